import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { may, useMe } from '../../../app/session.ts';
import { classesQuery } from '../queries.ts';
import { CategoryClasses } from './category-classes.tsx';
import { ClassForm } from './class-form.tsx';
import { ClassTable } from './class-table.tsx';

const adding = 'new';

/** The classes of deadline, one of them open beside, and what is in which. */
export function ClassesTab() {
  const t = useWords();
  const edits = may(useMe(), 'deadline.write');
  const { data, error, refetch } = useQuery(classesQuery);
  const [open, setOpen] = useState<string>();
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />;
  const { classes } = data;
  const close = () => setOpen(undefined);
  return (
    <>
      <div className={open ? 'times-columns' : 'stack'}>
        <div className="stack">
          {classes.length === 0 && <Empty icon="clock" text={t('times:class.none')} />}
          {classes.length > 0 && <ClassTable classes={classes} open={open} onEdit={edits ? setOpen : undefined} />}
          {edits && open !== adding && (
            <div className="row">
              <Button icon="add" onClick={() => setOpen(adding)}>
                {t('times:class.add')}
              </Button>
            </div>
          )}
        </div>
        {open && <ClassForm key={open} one={classes.find(({ id }) => id === open)} onDone={close} />}
      </div>
      {classes.length > 0 && <CategoryClasses classes={classes} edits={edits} />}
    </>
  );
}
