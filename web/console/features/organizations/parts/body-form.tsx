import { useState } from 'react';
import { type Organization, type OrganizationKind, organizationKinds } from '../../../../../contract/organizations.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useAddBody, useEditBody } from '../mutations.ts';
import { DutyFields } from './duty-fields.tsx';
import { PhoneFields, type PhoneLine } from './phone-fields.tsx';

interface BodyFormProps {
  /** The body to change; a new one when left out. */
  readonly body?: Organization;
  /** With the id of a new body. */
  readonly onDone: (made?: string) => void;
}

const nobody = { id: '', version: 0 };

/** Name, kind, phones and areas of duty of a body. */
export function BodyForm({ body, onDone }: BodyFormProps) {
  const t = useWords();
  const failure = useFailureWords();
  const adding = useAddBody();
  const editing = useEditBody(body ?? nobody);
  const [kind, setKind] = useState<OrganizationKind>(body?.kind ?? 'property');
  const [name, setName] = useState(body?.name ?? '');
  const [phone, setPhone] = useState(body?.phone ?? '');
  const [phones, setPhones] = useState<readonly PhoneLine[]>(() =>
    (body?.phones ?? []).map((one, key) => ({ ...one, key })),
  );
  const [duties, setDuties] = useState(body?.duties ?? []);
  const [tried, setTried] = useState(false);
  const short = name.trim().length < 2;
  const error = adding.error ?? editing.error;
  const send = () => {
    setTried(true);
    if (short) return;
    const written = {
      ...{ kind, name: name.trim(), phone: phone.trim(), dutyIds: duties.map(({ id }) => id) },
      phones: phones
        .filter(({ number }) => number.trim())
        .map(({ words, number }) => ({ words: words.trim(), number: number.trim() })),
    };
    const onSuccess = (made: Organization) => {
      toast(t('organizations:saved', { name: made.name }));
      onDone(body ? undefined : made.id);
    };
    if (body) editing.mutate(written, { onSuccess });
    else adding.mutate(written, { onSuccess });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label={t('organizations:name')}
        must
        {...(tried && short ? { wrong: t('organizations:name.missing') } : {})}
      >
        {(parts) => (
          <input
            className="input"
            maxLength={60}
            {...parts}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('organizations:kind')} must>
        {(parts) => (
          <select
            className="input"
            {...parts}
            value={kind}
            onChange={(event) => setKind(event.target.value as OrganizationKind)}
          >
            {organizationKinds.map((one) => (
              <option key={one} value={one}>
                {t(`organizations:kind.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('organizations:phone')}>
        {(parts) => (
          <input
            className="input"
            maxLength={20}
            {...parts}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <PhoneFields phones={phones} onChange={setPhones} />
      <DutyFields duties={duties} onChange={setDuties} />
      {error && (
        <p className="problem" role="alert">
          {failure(error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" look="primary" busy={adding.isPending || editing.isPending}>
          {t('common:action.save')}
        </Button>
        <Button look="quiet" onClick={() => onDone()}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
