import accounts from './zh-Hant/accounts.json' with { type: 'json' };
import cases from './zh-Hant/cases.json' with { type: 'json' };
import common from './zh-Hant/common.json' with { type: 'json' };

/** Words both faces share. */
export default { accounts, cases, common };
