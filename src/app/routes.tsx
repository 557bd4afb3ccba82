import type { RouteObject } from 'react-router';
import { AppLayout } from './app-layout';
import { RouteCrash } from './crash-boundary';
import { NotFoundPage, PendingPage } from './pending-page';

/**
 * Every page by its address. A page comes as its own chunk:
 * `lazy: async () => ({ Component: (await import('../features/…')).TheirPage })`
 * in place of `element`. `handle.title` is the window's title: a screen, never a person.
 */
export const routes: readonly RouteObject[] = [
  {
    Component: AppLayout,
    ErrorBoundary: RouteCrash,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: RouteCrash,
        children: [
          {
            path: '/',
            handle: { title: 'frame.loket' },
            element: <PendingPage title="frame.loket" />,
          },
          {
            path: '/permohonan/baru',
            handle: { title: 'frame.new' },
            lazy: async () => ({
              Component: (await import('../features/intake/intake-page')).IntakePage,
            }),
          },
          {
            path: '/permohonan/:id/koreksi',
            handle: { title: 'intake.correction' },
            lazy: async () => ({
              Component: (await import('../features/intake/correction-page')).CorrectionPage,
            }),
          },
          {
            path: '/register',
            handle: { title: 'frame.register' },
            element: <PendingPage title="frame.register" />,
          },
          {
            path: '/permohonan/:id',
            handle: { title: 'frame.request' },
            element: <PendingPage title="frame.request" />,
          },
          {
            path: '/disposisi',
            handle: { title: 'frame.disposition' },
            element: <PendingPage title="frame.disposition" />,
          },
          {
            path: '/antrean',
            handle: { title: 'frame.outbox' },
            element: <PendingPage title="frame.outbox" />,
          },
          {
            path: '/pengaturan',
            handle: { title: 'frame.settings' },
            lazy: async () => ({
              Component: (await import('../features/settings/settings-page')).SettingsPage,
            }),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
