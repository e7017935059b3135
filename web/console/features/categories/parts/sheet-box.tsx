import { useState } from 'react';
import type { CategoryOutcome } from '../../../../../contract/categories.ts';
import { categorySheetAddress, sendCategorySheet } from '../../../../client/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Field } from '../../../app/field.tsx';
import { useTreeChange } from '../mutations.ts';
import { Refusal } from './refusal.tsx';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The tree as a workbook: out, and in with a look before anything is written. */
export function SheetBox({ edits }: { edits: boolean }) {
  const t = useWords();
  const [file, setFile] = useState<File>();
  const sending = useTreeChange((dryRun: boolean) => sendCategorySheet(file ?? new File([], ''), dryRun));
  const outcome = sending.data;
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    sending.reset();
  };
  const apply = () =>
    sending.mutate(false, {
      onSuccess: (done) => toast(t('categories:sheet.done', { count: done.categories })),
    });
  return (
    <section className="box stack" aria-label={t('categories:sheet')}>
      <div className="box-head">
        <h2>{t('categories:sheet')}</h2>
        <a className="link" href={categorySheetAddress} download>
          {t('categories:sheet.export')}
        </a>
      </div>
      {edits && (
        <Field label={t('categories:sheet.import')} hint={t('categories:sheet.hint')}>
          {(parts) => (
            <input type="file" accept=".xlsx" {...parts} onChange={({ target }) => choose(target.files?.[0])} />
          )}
        </Field>
      )}
      {file && !outcome && (
        <div className="row">
          <Button busy={sending.isPending} onClick={() => sending.mutate(true)}>
            {t('categories:sheet.try')}
          </Button>
        </div>
      )}
      {outcome && <Outcome outcome={outcome} busy={sending.isPending} onApply={apply} />}
      <Refusal error={sending.error} />
    </section>
  );
}

interface OutcomeProps {
  readonly outcome: CategoryOutcome;
  readonly busy: boolean;
  readonly onApply: () => void;
}

function Outcome({ outcome, busy, onApply }: OutcomeProps) {
  const t = useWords();
  const { rows, added, same, faulty, categories, applied, faults, returned } = outcome;
  return (
    <div className="stack" role="status">
      <p>
        {t(applied ? 'categories:sheet.written' : 'categories:sheet.would', { rows, added, same, faulty, categories })}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, 5).map(({ row, words }) => (
            <li key={row} className="problem">
              {t('categories:sheet.fault', { row, words })}
            </li>
          ))}
        </ul>
      )}
      {returned && (
        <p>
          <a
            className="link"
            href={`data:${workbook};base64,${returned}`}
            download={t('categories:sheet.returnedName')}
          >
            {t('categories:sheet.returned', { count: faulty })}
          </a>
        </p>
      )}
      {!applied && categories > 0 && (
        <div className="row">
          <Button look="primary" busy={busy} onClick={onApply}>
            {t('categories:sheet.apply')}
          </Button>
        </div>
      )}
    </div>
  );
}
