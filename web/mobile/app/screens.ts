import { lazyScreen } from './lazy-screen.tsx';

/** Screens that are not part of the first load. */
export const screens = {
  signIn: lazyScreen(async () => (await import('../features/accounts/screens/sign-in.tsx')).SignIn),
  raise: lazyScreen(
    async () => (await import('../features/cases/screens/raise.tsx')).Raise,
    'neighbours',
    'raising',
    'places',
  ),
  sent: lazyScreen(async () => (await import('../features/cases/screens/sent.tsx')).Sent, 'raising'),
  mine: lazyScreen(async () => (await import('../features/cases/screens/my-cases.tsx')).MyCases, 'neighbours'),
  oneCase: lazyScreen(
    async () => (await import('../features/cases/screens/one-case.tsx')).OneCase,
    'moves',
    'neighbours',
    'hands',
  ),
  followed: lazyScreen(
    async () => (await import('../features/neighbours/screens/followed.tsx')).Followed,
    'neighbours',
  ),
  followedCase: lazyScreen(
    async () => (await import('../features/neighbours/screens/followed-case.tsx')).FollowedCase,
    'neighbours',
  ),
  public: lazyScreen(
    async () => (await import('../features/neighbours/screens/public-list.tsx')).PublicList,
    'neighbours',
  ),
  publicCase: lazyScreen(
    async () => (await import('../features/neighbours/screens/public-case.tsx')).PublicCase,
    'neighbours',
  ),
  today: lazyScreen(async () => (await import('../features/cases/screens/today.tsx')).Today, 'neighbours'),
  desk: lazyScreen(async () => (await import('../features/cases/screens/desk-home.tsx')).DeskHome),
  handling: lazyScreen(async () => (await import('../features/cases/screens/handling.tsx')).Handling),
  grid: lazyScreen(async () => (await import('../features/cases/screens/grid-cases.tsx')).GridCases),
  notices: lazyScreen(async () => (await import('../features/notices/screens/notice-list.tsx')).NoticeList, 'notices'),
  account: lazyScreen(async () => (await import('../features/accounts/screens/my-account.tsx')).MyAccount, 'mail'),
  nextStep: lazyScreen(
    async () => (await import('../features/accounts/screens/next-step.tsx')).NextStepScreen,
    'security',
  ),
  security: lazyScreen(async () => (await import('../features/accounts/screens/security.tsx')).Security, 'security'),
  mail: lazyScreen(async () => (await import('../features/accounts/screens/mail.tsx')).Mail, 'mail'),
  unsubscribe: lazyScreen(
    async () => (await import('../features/accounts/screens/unsubscribe.tsx')).Unsubscribe,
    'mail',
  ),
  devices: lazyScreen(async () => (await import('../features/accounts/screens/devices.tsx')).Devices),
};

const settled = 15_000;

/**
 * Fetches the code of every screen with the first touch or key, at the latest after a while, so that a network lost later
 * does not stop the next tap, and the first load stays small.
 */
export function fetchScreensLater() {
  const signs = ['pointerdown', 'keydown'] as const;
  const fetchAll = () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, fetchAll);
    for (const screen of Object.values(screens)) void screen.preload();
  };
  const timer = setTimeout(fetchAll, settled);
  for (const sign of signs) addEventListener(sign, fetchAll);
}
