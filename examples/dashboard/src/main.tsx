// Starts the dashboard: its providers, from the outside in, and its addresses.
import '@mantine/core/styles.css';
import './theme.css';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { client } from './api/client.js';
import { i18n } from './locales/i18n.js';
import { NotFound } from './shell/missing.js';
import { Shell } from './shell/shell.js';
import { theme, variables } from './theme.js';

const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      hydrateFallbackElement: <Shell />,
      children: [
        { path: '/', lazy: () => import('./orders/page.js') },
        { path: '/lists/:list', lazy: () => import('./board/page.js') },
        { path: '/orders/:shop/:orderId', lazy: () => import('./order/page.js') },
        { path: '*', element: <NotFound /> },
      ],
    },
  ],
  { basename: '/dashboard' },
);

const element = document.getElementById('dashboard');
if (!element) throw new Error('index.html has no #dashboard');
createRoot(element).render(
  <ApolloProvider client={client}>
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <RouterProvider router={router} />
      </MantineProvider>
    </I18nextProvider>
  </ApolloProvider>,
);
