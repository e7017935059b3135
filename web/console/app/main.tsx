import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { need } from '../../client/i18n/needed-words.ts';
import { startWords } from '../../client/i18n/start.ts';
import { newQueryClient } from '../../client/queries/client.ts';
import { meQuery } from '../../client/queries/me.ts';
import { Toasts } from '../../ui/toasts.tsx';
import '../../ui/tokens.css';
import '../../ui/ui.css';
import './controls.css';
import './frame.css';
import { createConsoleRouter } from './router.tsx';
import { consoleAreas, loadConsoleWords } from './words.ts';

// First of all, because every question to the server carries the language.
need(consoleAreas);
const words = startWords(loadConsoleWords);
const client = newQueryClient(() => window.location.assign('/console/next-step'));
// Asked while the words are still on their way, so that the two waits overlap.
void client.prefetchQuery(meQuery);
const router = createConsoleRouter(client);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// No top-level await: with one, the bundler cuts what the lazy screens share into dozens of small files.
void words.then(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
