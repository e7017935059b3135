import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { useTitle } from '../../../app/crumb.ts';
import RegisterForm from '../parts/register-form.tsx';
import '../one-case.css';
import '../register.css';

/** Somebody called or came by: their words are written down for them. */
export function Register() {
  const t = useWords();
  const navigate = useNavigate();
  useTitle(t('console:nav.register'));
  return (
    <div className="page register">
      <header className="page-head">
        <h1>{t('console:nav.register')}</h1>
        <p>{t('console:register.lead')}</p>
      </header>
      <RegisterForm
        onDone={(one) => {
          toast(t('console:register.done', { number: one.number }));
          void navigate({ to: '/cases/$id', params: { id: one.id } });
        }}
      />
    </div>
  );
}
