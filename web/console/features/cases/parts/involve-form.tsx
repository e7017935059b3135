import { useState } from 'react';
import { Themed } from '../../../app/themed.tsx';
import { dueAhead } from '../due.ts';
import { blankLine, isLacking, PartLines, partsOf } from './part-lines.tsx';
import type { VerbFormProps } from './verb-form.tsx';
import '../hands.css';

/** Which bodies help the one that leads, each with its task and its time. */
export default function InvolveForm({ one, formId, onSend }: VerbFormProps<'involve'>) {
  const due = dueAhead(one.dueAt);
  const [lines, setLines] = useState(() => [blankLine(due)]);
  const [tried, setTried] = useState(false);
  return (
    <Themed>
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (lines.length > 0 && !lines.some(isLacking)) onSend({ parts: partsOf(lines) });
        }}
      >
        <PartLines caseId={one.id} lines={lines} leadId={one.handler?.id} due={due} tried={tried} onChange={setLines} />
      </form>
    </Themed>
  );
}
