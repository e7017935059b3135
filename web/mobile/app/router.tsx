import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { isHeldBack, isProblem } from '../../client/problem.ts';
import { meQuery } from '../../client/queries/me.ts';
import { Failed, Missing, Opening } from './answers.tsx';
import { Home } from './home.tsx';
import { Root } from './root.tsx';
import { screens } from './screens.ts';
import { Shell } from './shell.tsx';

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Root, notFoundComponent: Missing });

// Only a path of our own: `//host` would lead elsewhere after signing in.
const readNext = (search: Record<string, unknown>): { next?: string } =>
  typeof search.next === 'string' && /^\/(?!\/)/.test(search.next) ? { next: search.next } : {};

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: screens.signIn,
  validateSearch: readNext,
});
const nextStep = createRoute({
  getParentRoute: () => root,
  path: '/next-step',
  component: screens.nextStep,
  validateSearch: readNext,
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: screens.unsubscribe,
  validateSearch: (search: Record<string, unknown>) => ({ token: String(search.token ?? '') }),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await whoAmI(context.queries);
    } catch (error) {
      const search = location.href === '/' ? {} : { next: location.href };
      if (isHeldBack(error)) throw redirect({ to: '/next-step', search });
      if (!isProblem(error) || error.status !== 401) throw error;
      throw redirect({ to: '/sign-in', search });
    }
  },
});

const fresh = 5000;

/** A refusal a moment old counts: the question was already asked while the words were loading. */
async function whoAmI(queries: QueryClient): Promise<void> {
  const known = queries.getQueryState(meQuery.queryKey);
  const refused = known?.status === 'error' && Date.now() - known.errorUpdatedAt < fresh;
  if (refused && isProblem(known.error) && !isHeldBack(known.error)) throw known.error;
  await queries.ensureQueryData(meQuery);
}

const readPublic = ({ street, area }: Record<string, unknown>): { street?: string; area?: string } => ({
  ...(typeof street === 'string' || typeof street === 'number' ? { street: String(street) } : {}),
  ...(typeof area === 'string' ? { area } : {}),
});
/** For anybody, signed in or not. */
const open = () => root;
const publicRoutes = [
  createRoute({ getParentRoute: open, path: '/public', component: screens.public, validateSearch: readPublic }),
  createRoute({
    getParentRoute: open,
    path: '/public/$caseId',
    component: screens.publicCase,
    validateSearch: readPublic,
  }),
] as const;

const below = () => signedIn;
const routes = [
  createRoute({ getParentRoute: below, path: '/', component: Home }),
  createRoute({ getParentRoute: below, path: '/raise', component: screens.raise }),
  createRoute({ getParentRoute: below, path: '/raise/$entryId', component: screens.sent }),
  createRoute({ getParentRoute: below, path: '/mine', component: screens.mine }),
  createRoute({ getParentRoute: below, path: '/cases/$caseId', component: screens.oneCase }),
  createRoute({ getParentRoute: below, path: '/followed', component: screens.followed }),
  createRoute({ getParentRoute: below, path: '/followed/$caseId', component: screens.followedCase }),
  createRoute({ getParentRoute: below, path: '/handling', component: screens.handling }),
  createRoute({ getParentRoute: below, path: '/grid', component: screens.grid }),
  createRoute({ getParentRoute: below, path: '/notices', component: screens.notices }),
  createRoute({ getParentRoute: below, path: '/me', component: screens.account }),
  createRoute({ getParentRoute: below, path: '/me/devices', component: screens.devices }),
  createRoute({ getParentRoute: below, path: '/me/mail', component: screens.mail }),
  createRoute({ getParentRoute: below, path: '/me/security', component: screens.security }),
] as const;

const tree = root.addChildren([...publicRoutes, signIn, nextStep, unsubscribe, signedIn.addChildren(routes)]);

export const newRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 150,
    defaultPendingComponent: Opening,
    defaultErrorComponent: Failed,
  });
