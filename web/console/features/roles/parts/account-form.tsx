import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { createAccount } from '../../../../client/roles.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useKeeping } from '../mutations.ts';

const fields = ['name', 'login', 'phone', 'password'] as const;
type FieldName = (typeof fields)[number];

const right: Readonly<Record<FieldName, (value: string) => boolean>> = {
  name: (value) => value.trim().length > 0,
  login: (value) => /^[a-z0-9._-]{3,40}$/.test(value.trim()),
  phone: (value) => value === '' || /^1[3-9]\d{9}$/.test(value),
  password: (value) => value.length >= 8,
};

/** A new account; its roles are given afterwards. */
export function AccountForm({ onMade, onCancel }: { onMade: (id: string) => void; onCancel: () => void }) {
  const t = useWords();
  const failure = useFailureWords();
  const creating = useKeeping(createAccount);
  const [values, setValues] = useState<Record<FieldName, string>>({ name: '', login: '', phone: '', password: '' });
  const [tried, setTried] = useState(false);
  const wrong = (name: FieldName) => {
    if (tried && !right[name](values[name])) return t(`console:account.${name}.wrong`);
    if (!(creating.error instanceof ProblemError)) return undefined;
    const ofPassword = creating.error.code.startsWith('accounts.password_') ? creating.error.body.title : undefined;
    return creating.error.field(name) ?? (name === 'password' ? ofPassword : undefined);
  };
  return (
    <form
      className="box stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!fields.every((name) => right[name](values[name]))) return;
        const { phone, login, name, password } = values;
        creating.mutate(
          { login: login.trim(), name: name.trim(), password, ...(phone ? { phone } : {}) },
          {
            onSuccess: ({ id }) => {
              toast(t('console:account.created', { name }));
              onMade(id);
            },
          },
        );
      }}
    >
      <div className="person-form">
        {fields.map((name) => (
          <Field
            key={name}
            label={t(`console:account.${name}`)}
            must={name !== 'phone'}
            hint={name === 'name' ? undefined : t(`console:account.${name}.hint`)}
            wrong={wrong(name)}
          >
            {(parts) => (
              <input
                className="input"
                type={name === 'password' ? 'password' : 'text'}
                autoComplete={name === 'password' ? 'new-password' : 'off'}
                {...parts}
                value={values[name]}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {creating.error && (
        <p className="problem" role="alert">
          {failure(creating.error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" look="primary" busy={creating.isPending}>
          {t('console:account.send')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
