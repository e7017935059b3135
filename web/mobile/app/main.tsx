import '../../ui/tokens.css';
import '../../ui/ui.css';
import './app.css';
import './elder.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from '../../client/i18n/start.ts';
import { newQueryClient } from '../../client/queries/client.ts';
import { meQuery } from '../../client/queries/me.ts';
import { Toasts } from '../../ui/toasts.tsx';
import { newRouter } from './router.tsx';
import { fetchScreensLater } from './screens.ts';
import { takeEarly } from './take-early.ts';
import { loadMobileWords } from './words.ts';

const held = () => void router.navigate({ to: '/next-step', search: {} });
const queries = newQueryClient(held, async () => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  await router.navigate({ to: '/sign-in', search: { next: href } });
  queries.removeQueries({ queryKey: meQuery.queryKey });
});
takeEarly(queries);
const router = newRouter(queries);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// No top-level await: with one, the bundler cuts everything the later screens share into dozens of small files.
void startWords(loadMobileWords).then(() => {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
  fetchScreensLater();
});
