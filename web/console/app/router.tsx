import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { needWords } from '../../client/i18n/start.ts';
import { isHeldBack, isProblem } from '../../client/problem.ts';
import { meQuery } from '../../client/queries/me.ts';
import { streetsQuery } from '../features/accounts/queries.ts';
import { SignIn } from '../features/accounts/screens/sign-in.tsx';
import { readSearch } from '../features/cases/filter.ts';
import { readFigure, readOverview } from '../features/cases/period.ts';
import { Inbox } from '../features/cases/screens/inbox.tsx';
import { readBodies } from '../features/organizations/search.ts';
import { readTimes } from '../features/times/search.ts';
import { Failed, Missing, Waiting } from './answers.tsx';
import { Frame } from './frame.tsx';
import { parseSearch, stringifySearch } from './search-in-address.ts';
import { isStaff, may } from './session.ts';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: Missing });

// Only a path of our own: `//host` would lead elsewhere.
const readNext = (search: Record<string, unknown>): { next?: string } =>
  typeof search.next === 'string' && /^\/(?!\/)/.test(search.next) ? { next: search.next } : {};
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readNext,
  component: SignIn,
});
const nextStep = createRoute({
  getParentRoute: () => root,
  path: '/next-step',
  validateSearch: readNext,
  component: lazyRouteComponent(async () => {
    const [screen] = await Promise.all([import('../features/accounts/screens/next-step.tsx'), needWords('security')]);
    return screen;
  }, 'NextStepScreen'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    try {
      const person = await context.client.ensureQueryData(meQuery);
      if (!isStaff(person)) throw redirect({ href: `${window.location.origin}/`, reloadDocument: true });
    } catch (error) {
      const search = location.pathname === '/' ? {} : { next: location.href };
      if (isHeldBack(error)) throw redirect({ to: '/next-step', search });
      if (!isProblem(error) || error.status !== 401) throw error;
      void context.client.prefetchQuery(streetsQuery);
      throw redirect({ to: '/sign-in', search });
    }
  },
});

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/',
  // Somebody who only keeps accounts has no cases to see.
  beforeLoad: ({ context }) => {
    const person = context.client.getQueryData(meQuery.queryKey);
    if (person && !may(person, 'case.note_internal') && may(person, 'account.read')) throw redirect({ to: '/people' });
  },
  validateSearch: readSearch,
  component: Inbox,
});
const casePage = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('../features/cases/screens/case-page.tsx'), 'CasePage'),
});
const register = createRoute({
  getParentRoute: () => frame,
  path: '/register',
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/cases/screens/register.tsx'), needWords('places')]))[0],
    'Register',
  ),
});
const hotline = createRoute({
  getParentRoute: () => frame,
  path: '/hotline',
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/hotline/screens/hotline.tsx'), needWords('hotline')]))[0],
    'HotlineScreen',
  ),
});
const overview = createRoute({
  getParentRoute: () => frame,
  path: '/overview',
  validateSearch: readOverview,
  component: lazyRouteComponent(() => import('../features/cases/screens/overview.tsx'), 'OverviewScreen'),
});
const figure = createRoute({
  getParentRoute: () => frame,
  path: '/figures/$metric',
  validateSearch: readFigure,
  component: lazyRouteComponent(() => import('../features/cases/screens/figure.tsx'), 'Figure'),
});
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const readPeople = ({ q, role, area }: Record<string, unknown>): { q?: string; role?: string; area?: string } => ({
  ...(typeof q === 'string' && q ? { q: q.slice(0, 40) } : {}),
  ...(typeof role === 'string' && uuid.test(role) ? { role } : {}),
  ...(typeof area === 'string' && uuid.test(area) ? { area } : {}),
});
const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  validateSearch: readPeople,
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/roles/screens/people.tsx'), needWords('people')]))[0],
    'People',
  ),
});
const person = createRoute({
  getParentRoute: () => frame,
  path: '/people/$id',
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/roles/screens/person.tsx'), needWords('people')]))[0],
    'Person',
  ),
});
const roleNames = createRoute({
  getParentRoute: () => frame,
  path: '/roles',
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/roles/screens/role-names.tsx'), needWords('people')]))[0],
    'RoleNames',
  ),
});
const areas = createRoute({
  getParentRoute: () => frame,
  path: '/areas',
  validateSearch: (search: Record<string, unknown>): { area?: string } =>
    typeof search.area === 'string' && search.area ? { area: search.area } : {},
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/areas/screens/areas.tsx'), needWords('areas')]))[0],
    'Areas',
  ),
});
const organizations = createRoute({
  getParentRoute: () => frame,
  path: '/organizations',
  validateSearch: readBodies,
  component: lazyRouteComponent(
    async () =>
      (
        await Promise.all([import('../features/organizations/screens/organizations.tsx'), needWords('organizations')])
      )[0],
    'Organizations',
  ),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/settings/screens/settings.tsx'), needWords('routing')]))[0],
    'Settings',
  ),
});
const categories = createRoute({
  getParentRoute: () => frame,
  path: '/settings/categories',
  validateSearch: (search: Record<string, unknown>): { category?: string } =>
    typeof search.category === 'string' && uuid.test(search.category) ? { category: search.category } : {},
  component: lazyRouteComponent(
    async () =>
      (await Promise.all([import('../features/categories/screens/categories.tsx'), needWords('categories')]))[0],
    'Categories',
  ),
});
const times = createRoute({
  getParentRoute: () => frame,
  path: '/times',
  validateSearch: readTimes,
  component: lazyRouteComponent(
    async () => (await Promise.all([import('../features/times/screens/times.tsx'), needWords('times')]))[0],
    'Times',
  ),
});
const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(async () => {
    const [screen] = await Promise.all([
      import('../features/accounts/screens/my-account.tsx'),
      needWords('security', 'mail'),
    ]);
    return screen;
  }, 'MyAccount'),
});

const routeTree = root.addChildren([
  signIn,
  nextStep,
  frame.addChildren([
    inbox,
    casePage,
    register,
    hotline,
    overview,
    figure,
    people,
    person,
    roleNames,
    areas,
    organizations,
    settings,
    categories,
    times,
    account,
  ]),
]);

export const createConsoleRouter = (client: QueryClient) =>
  createRouter({
    routeTree,
    basepath: '/console',
    parseSearch,
    stringifySearch,
    context: { client },
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Failed,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
