import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { fittingBodiesQuery } from '../../../../client/queries/hands.ts';
import { Field } from '../../../app/field.tsx';
import { Themed } from '../../../app/themed.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { fromWallClock } from '../due.ts';
import type { VerbFormProps } from './verb-form.tsx';

/** Who is called, when, where to and what for. Departments come first: it is for them that one whistles. */
export default function WhistleForm({ one, formId, error, onSend }: VerbFormProps<'whistle'>) {
  const t = useWords();
  const { data } = useQuery(fittingBodiesQuery(one.id));
  const [organizationIds, setBodies] = useState<string[]>([]);
  const [meetAt, setMeetAt] = useState<string>();
  const [place, setPlace] = useState([one.community?.name, one.place].filter(Boolean).join(' '));
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const told = (path: string) => (error instanceof ProblemError ? error.field(path) : undefined);
  const missing = (lacking: boolean, path: string) => (tried && lacking ? t('hands:whistle.missing') : told(path));
  const bodies = (data?.bodies ?? []).toSorted(
    (left, right) => Number(right.kind === 'department') - Number(left.kind === 'department'),
  );
  return (
    <Themed>
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (organizationIds.length === 0 || !meetAt || !place.trim() || !words.trim()) return;
          onSend({ organizationIds, meetAt: fromWallClock(meetAt), place: place.trim(), words: words.trim() });
        }}
      >
        <Field
          label={t('hands:whistle.bodies')}
          must
          {...{ wrong: missing(organizationIds.length === 0, 'organizationIds') }}
        >
          {(parts) => (
            <Select
              {...parts}
              mode="multiple"
              maxCount={10}
              showSearch={{ optionFilterProp: 'label' }}
              value={organizationIds}
              options={bodies.map(({ id, name, kind }) => ({
                value: id,
                label: `${name} · ${t(`console:organization.${kind}`)}`,
              }))}
              onChange={setBodies}
            />
          )}
        </Field>
        <div className="two">
          <Field label={t('hands:whistle.meetAt')} must wrong={missing(!meetAt, 'meetAt')}>
            {(parts) => (
              <DatePicker
                {...parts}
                showTime={{ format: 'HH:mm', minuteStep: 15 }}
                needConfirm={false}
                showNow={false}
                format="MM-DD HH:mm"
                disabledDate={(day) => day.isBefore(dayjs(), 'day')}
                onChange={(day) => setMeetAt(day?.format('YYYY-MM-DDTHH:mm'))}
              />
            )}
          </Field>
          <Field label={t('hands:whistle.place')} must wrong={missing(!place.trim(), 'place')}>
            {(parts) => (
              <input
                className="input"
                maxLength={120}
                {...parts}
                value={place}
                onChange={(event) => setPlace(event.target.value)}
              />
            )}
          </Field>
        </div>
        <WordsField
          label={t('hands:whistle.words')}
          must
          wrong={missing(!words.trim(), 'words')}
          value={words}
          onChange={setWords}
        />
      </form>
    </Themed>
  );
}
