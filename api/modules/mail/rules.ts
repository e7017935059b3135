export const codeMinutes = 15;
export const codesAnHour = 3;
/** Letters to one person in an hour at most; the others wait for the next. */
export const lettersAnHour = 20;

/** Minutes until the next try after so many that failed; none left after seven tries, in all about a day. */
const pauses = [1, 5, 15, 60, 240, 960];

/** When a letter that failed `tries` times is tried again; undefined: it is given up. */
export function nextTry(now: Date, tries: number): Date | undefined {
  const minutes = pauses[tries - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}

/** Whether the server refused for good (RFC 5321 §4.2.1: 5yz), so that asking again is of no use. */
export function isForGood(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500 && code < 600;
}

/** c***@example.cn: the first letter, and where it is kept. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

export type Pair = readonly [zh: string, en: string];

/** To whoever raised it: `{title}` is their own words. Nothing that anybody else wrote leaves by mail. */
const own: Readonly<Record<string, Pair>> = {
  'case.accepted': ['社区收到了“{title}”', 'The community has “{title}”'],
  'case.refused': ['社区办不了“{title}”，原因请点开看', 'The community cannot do “{title}”; open it to read why'],
  'case.dispatched': ['“{title}”交给{organization}办', '“{title}” was given to {organization}'],
  'case.signed': ['{organization}开始办“{title}”', '{organization} has begun with “{title}”'],
  'case.resolved': ['“{title}”办好了，等您确认', '“{title}” is done, waiting for your word'],
  'case.suspended': ['“{title}”先等一等，原因请点开看', '“{title}” is on hold; open it to read why'],
  'case.extended': ['“{title}”的期限改了', 'The deadline of “{title}” was changed'],
  'case.followed_accepted': ['您也遇到的“{title}”，社区收到了', '“{title}”, which you have too, reached the community'],
  'case.followed_resolved': ['您也遇到的“{title}”办好了', '“{title}”, which you have too, is done'],
  'case.followed_closed': ['您也遇到的“{title}”办结了', '“{title}”, which you have too, is closed'],
};
const otherOwn: Pair = ['“{title}”有新情况', 'There is news of “{title}”'];

/** To whoever works on it: what to do, and not a word of the case. */
const work: Readonly<Record<string, Pair>> = {
  'case.raised': ['有一件新诉求', 'A new request has come in'],
  'hotline.imported': ['来了一批 12345 工单', 'A list of the hotline has come in'],
  'hotline.imported_late': ['来了一批 12345 工单，有的已过时限', 'A list of the hotline has come in, part of it late'],
  'case.assigned': ['有一件事交给您办，请签收', 'A case was given to you; please sign for it'],
  'case.confirmed': ['反映人说解决了', 'The resident says it is solved'],
  'case.unsolved': ['反映人说没解决', 'The resident says it is not solved'],
  'case.reopened': ['有一件事重新办理', 'A case was reopened'],
  'case.sent_back': ['有一件事退回来了', 'A case was sent back'],
  'case.handed_over': ['有一件事交到您这一级', 'A case was handed to your desk'],
  'case.involved': ['有一件事请您协办', 'You are asked to help with a case'],
  'case.whistled': ['吹哨：有一件事请您到场', 'Whistle: please turn up for a case'],
  'case.called_off': ['吹哨撤回了，不用到场', 'A whistle was called off; you need not come'],
  'case.stayed_away': ['吹哨后有单位没有到场', 'Somebody who was whistled for did not turn up'],
  'case.suspension_asked': ['有一件事申请挂起，请审批', 'A case is to be put on hold; please decide'],
  'case.extension_asked': ['有一件事申请延期，请审批', 'A later deadline is asked for; please decide'],
};
const otherWork: Pair = ['有一件事有新情况', 'There is news of a case'];

const account: Readonly<Record<string, Pair>> = {
  'account.password_reset': [
    '管理员重设了您的密码。不是您要求的，请打电话给社区',
    'An administrator has reset your password. If you did not ask for it, call the community',
  ],
  'account.second_step_reset': [
    '管理员去掉了您的第二步。不是您要求的，请打电话给社区',
    'An administrator has taken away your second step. If you did not ask for it, call the community',
  ],
};
const otherAccount: Pair = [
  '您的账号有变动，请登录看一看',
  'Something about your account has changed; please sign in and look',
];

export const lines = {
  subject: ['邻聚', 'Linju'],
  number: ['编号：{number}', 'Number: {number}'],
  category: ['类别：{category}', 'Category: {category}'],
  due: ['期限：{due}', 'Deadline: {due}'],
  open: ['点开看：{link}', 'Open it: {link}'],
  stop: ['不想再收邮件：{link}', 'No more e-mail: {link}'],
  codeSubject: ['邻聚的邮箱验证码', 'Your code from Linju'],
  code: [
    '验证码：{code}，{minutes} 分钟内有效。不是您要的，不用理会。',
    'Your code: {code}, good for {minutes} minutes. If you did not ask for it, do nothing.',
  ],
} as const satisfies Record<string, Pair>;

export type Line = keyof typeof lines;

const sentences = { own, work, account };
const others = { own: otherOwn, work: otherWork, account: otherAccount };

/** What a letter says first, and on its outside. */
export function sentenceFor(topic: keyof typeof sentences, code: string): Pair {
  return sentences[topic][code] ?? others[topic];
}
