import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../contract/accounts.ts';
import type { Language } from '../../../contract/wire.ts';
import { updateMe } from '../../client/accounts.ts';
import { changeLanguage, showLanguage } from '../../client/i18n/start.ts';
import { currentLanguage, languageChosen } from '../../client/language.ts';
import { meQuery } from '../../client/queries/me.ts';
import { chooseElderMode, elderModeChosen, elderModeNow } from './elder-mode.ts';

/** Language and version hold on this device at once; the account learns of them when somebody is signed in. */
export function useSettings() {
  const queries = useQueryClient();
  return {
    setElder: (on: boolean) => {
      chooseElderMode(on);
      void tellAccount(queries, { elderMode: on });
    },
    setLanguage: async (language: Language) => {
      await changeLanguage(language);
      void tellAccount(queries, { language });
      // Names of categories and messages come from the server in the language of the request.
      void queries.invalidateQueries();
    },
  };
}

async function tellAccount(queries: QueryClient, settings: { elderMode?: boolean; language?: Language }) {
  if (!queries.getQueryData(meQuery.queryKey)) return;
  try {
    queries.setQueryData(meQuery.queryKey, await updateMe(settings));
  } catch {
    // The device keeps the choice; the account follows with the next one.
  }
}

/** After signing in: what was chosen on this device goes to the account, what was not is taken from it. */
export async function meetAccount(queries: QueryClient, me: Me) {
  const settings: { elderMode?: boolean; language?: Language } = {};
  if (!elderModeChosen()) {
    if (me.elderMode) chooseElderMode(true);
  } else if (me.elderMode !== elderModeNow()) settings.elderMode = elderModeNow();
  if (!languageChosen()) {
    if (me.language !== 'zh-Hans') await showLanguage(me.language);
  } else if (me.language !== currentLanguage()) settings.language = currentLanguage();
  if (Object.keys(settings).length > 0) await tellAccount(queries, settings);
}
