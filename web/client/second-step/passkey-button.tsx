import { useMutation } from '@tanstack/react-query';
import type { SignedIn } from '../../../contract/accounts.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../i18n/use-words.ts';
import { signInWithPasskey, wasCalledOff } from '../passkeys.ts';
import type { FormParts } from './form-parts.ts';

interface PasskeyButtonProps extends Pick<FormParts, 'failure'> {
  readonly street: string | undefined;
  readonly onDone: (answer: SignedIn) => void;
}

/** Signs in without a password, where the browser can. */
export function PasskeyButton({ street, failure, onDone }: PasskeyButtonProps) {
  const t = useWords();
  const entering = useMutation({ mutationKey: ['sign-in'], mutationFn: signInWithPasskey });
  return (
    <div className="stack form-stack">
      <Button
        icon="lock"
        className="wide"
        busy={entering.isPending}
        onClick={() => entering.mutate(street, { onSuccess: onDone })}
      >
        {t('security:passkey.signIn')}
      </Button>
      {entering.error && !wasCalledOff(entering.error) && (
        <p className="problem wrong" role="alert">
          {failure(entering.error)}
        </p>
      )}
    </div>
  );
}
