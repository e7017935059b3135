import { lazyScreen } from './lazy-screen.tsx';

/** Screens that are not part of the first load. */
export const screens = {
  raise: lazyScreen(async () => (await import('../features/cases/screens/raise.tsx')).Raise),
  sent: lazyScreen(async () => (await import('../features/cases/screens/sent.tsx')).Sent),
  mine: lazyScreen(async () => (await import('../features/cases/screens/my-cases.tsx')).MyCases),
  oneCase: lazyScreen(async () => (await import('../features/cases/screens/one-case.tsx')).OneCase),
  today: lazyScreen(async () => (await import('../features/cases/screens/today.tsx')).Today),
  handling: lazyScreen(async () => (await import('../features/cases/screens/handling.tsx')).Handling),
  grid: lazyScreen(async () => (await import('../features/cases/screens/grid-cases.tsx')).GridCases),
  notices: lazyScreen(async () => (await import('../features/notices/screens/notice-list.tsx')).NoticeList),
  account: lazyScreen(async () => (await import('../features/accounts/screens/my-account.tsx')).MyAccount),
  devices: lazyScreen(async () => (await import('../features/accounts/screens/devices.tsx')).Devices),
};

const settled = 5000;

/** Fetches the code of every screen once the first one has settled, so that a lost network does not stop the next tap. */
export function fetchScreensLater() {
  setTimeout(() => {
    for (const screen of Object.values(screens)) void screen.preload();
  }, settled);
}
