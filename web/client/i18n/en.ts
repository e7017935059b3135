import accounts from './en/accounts.json' with { type: 'json' };
import cases from './en/cases.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };

/** Words both faces share. */
export default { accounts, cases, common };
