import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaDetail } from '../../../../../contract/areas.ts';
import { areaSheetAddress, sendAreaSheet } from '../../../../client/area-sheet.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { may, useMe } from '../../../app/session.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The tree below the area as a workbook: out, and in with a look before anything is written. */
export function SheetBox({ area }: { area: AreaDetail }) {
  const t = useWords();
  const failure = useFailureWords();
  const client = useQueryClient();
  const person = useMe();
  const [file, setFile] = useState<File>();
  const sending = useMutation({ mutationFn: (dryRun: boolean) => sendAreaSheet(file ?? new File([], ''), dryRun) });
  const outcome = sending.data;
  if (!may(person, 'area.export')) return null;
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    sending.reset();
  };
  const apply = () =>
    sending.mutate(false, {
      onSuccess: (done) => {
        toast(t('areas:sheet.done', { added: done.added, changed: done.changed }));
        void client.invalidateQueries({ queryKey: ['areas'] });
      },
    });
  const writes = outcome && !outcome.applied && outcome.added + outcome.changed > 0;
  return (
    <section className="box stack" aria-label={t('areas:sheet')}>
      <div className="box-head">
        <h2>{t('areas:sheet')}</h2>
        <a className="link" href={areaSheetAddress(area.id)} download>
          {t('areas:sheet.export')}
        </a>
      </div>
      {area.tier === 'street' && may(person, 'area.import') && (
        <>
          <Field label={t('areas:sheet.import')} hint={t('areas:sheet.hint')}>
            {(parts) => (
              <input type="file" accept=".xlsx" {...parts} onChange={({ target }) => choose(target.files?.[0])} />
            )}
          </Field>
          {file && !outcome && (
            <div className="row">
              <Button busy={sending.isPending} onClick={() => sending.mutate(true)}>
                {t('areas:sheet.try')}
              </Button>
            </div>
          )}
          {outcome && (
            <div className="stack" role="status">
              <p>
                {t(outcome.applied ? 'areas:sheet.written' : 'areas:sheet.would', {
                  ...{ rows: outcome.rows, added: outcome.added, changed: outcome.changed },
                  ...{ same: outcome.same, faulty: outcome.faulty },
                })}
              </p>
              <ul>
                {outcome.faults.slice(0, 5).map(({ row, words }) => (
                  <li key={row} className="problem">
                    {t('areas:sheet.fault', { row, words })}
                  </li>
                ))}
              </ul>
              {outcome.returned && (
                <p>
                  <a
                    className="link"
                    href={`data:${workbook};base64,${outcome.returned}`}
                    download={t('areas:sheet.returnedName')}
                  >
                    {t('areas:sheet.returned', { count: outcome.faulty })}
                  </a>
                </p>
              )}
              {writes && (
                <div className="row">
                  <Button look="primary" busy={sending.isPending} onClick={apply}>
                    {t('areas:sheet.apply')}
                  </Button>
                </div>
              )}
            </div>
          )}
          {sending.error && (
            <p className="problem" role="alert">
              {failure(sending.error)}
            </p>
          )}
        </>
      )}
    </section>
  );
}
