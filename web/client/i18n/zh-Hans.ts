import accounts from './zh-Hans/accounts.json' with { type: 'json' };
import cases from './zh-Hans/cases.json' with { type: 'json' };
import common from './zh-Hans/common.json' with { type: 'json' };

/** Words both faces share. */
export default { accounts, cases, common };
