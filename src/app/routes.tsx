import type { RouteObject } from 'react-router';
import { AppLayout } from './app-layout';
import { RouteCrash } from './route-crash';
import { NotFoundPage } from './not-found-page';

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
            lazy: async () => ({
              Component: (await import('../features/counter/counter-page')).CounterPage,
            }),
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
            lazy: async () => ({
              Component: (await import('../features/register/register-page')).RegisterPage,
            }),
          },
          {
            path: '/register/impor',
            handle: { title: 'import.title' },
            lazy: async () => ({
              Component: (await import('../features/register/import-page')).ImportPage,
            }),
          },
          {
            path: '/permohonan/:id',
            handle: { title: 'frame.request' },
            lazy: async () => ({
              Component: (await import('../features/request/request-page')).RequestPage,
            }),
          },
          {
            path: '/permohonan/:id/pindai/:document',
            handle: { title: 'scan.group' },
            lazy: async () => ({
              Component: (await import('../features/scan/scan-page')).ScanPage,
            }),
          },
          {
            path: '/permohonan/:id/disposisi',
            handle: { title: 'frame.disposition' },
            lazy: async () => ({
              Component: (await import('../features/disposition/record-page'))
                .RecordDispositionPage,
            }),
          },
          {
            path: '/disposisi',
            handle: { title: 'frame.disposition' },
            lazy: async () => ({
              Component: (await import('../features/disposition/disposition-page')).DispositionPage,
            }),
          },
          {
            path: '/surat',
            handle: { title: 'frame.letters' },
            lazy: async () => ({
              Component: (await import('../features/letter-desk/letter-desk-page')).LetterDeskPage,
            }),
          },
          {
            path: '/periksa',
            handle: { title: 'check.title' },
            lazy: async () => ({
              Component: (await import('../features/signature-check/check-page')).CheckPage,
            }),
          },
          {
            path: '/antrean',
            handle: { title: 'frame.outbox' },
            lazy: async () => ({
              Component: (await import('../features/outbox/outbox-page')).OutboxPage,
            }),
          },
          {
            path: '/pengaturan',
            handle: { title: 'frame.settings' },
            lazy: async () => ({
              Component: (await import('../features/settings/settings-page')).SettingsPage,
            }),
          },
          {
            path: '/jejak',
            handle: { title: 'trail.title' },
            lazy: async () => ({
              Component: (await import('../features/trail/trail-page')).TrailPage,
            }),
          },
          {
            path: '/jejak/harian',
            handle: { title: 'trail.daily' },
            lazy: async () => ({
              Component: (await import('../features/trail/daily-page')).DailyReportPage,
            }),
          },
          {
            path: '/retensi',
            handle: { title: 'retention.title' },
            lazy: async () => ({
              Component: (await import('../features/retention/retention-page')).RetentionPage,
            }),
          },
          {
            path: '/permohonan/:id/permintaan-koreksi',
            handle: { title: 'rights.tickets' },
            lazy: async () => ({
              Component: (await import('../features/rights/ask-page')).AskCorrectionPage,
            }),
          },
          {
            path: '/hak-subjek',
            handle: { title: 'rights.title' },
            lazy: async () => ({
              Component: (await import('../features/rights/rights-page')).RightsPage,
            }),
          },
          {
            path: '/insiden',
            handle: { title: 'incident.title' },
            lazy: async () => ({
              Component: (await import('../features/incident/incident-list-page')).IncidentListPage,
            }),
          },
          {
            path: '/insiden/baru',
            handle: { title: 'incident.new' },
            lazy: async () => ({
              Component: (await import('../features/incident/incident-form-page'))
                .ReportIncidentPage,
            }),
          },
          {
            path: '/insiden/:id',
            handle: { title: 'incident.title' },
            lazy: async () => ({
              Component: (await import('../features/incident/incident-page')).IncidentPage,
            }),
          },
          {
            path: '/insiden/:id/ubah',
            handle: { title: 'incident.more' },
            lazy: async () => ({
              Component: (await import('../features/incident/incident-form-page'))
                .ReviseIncidentPage,
            }),
          },
          {
            path: '/naskah-surat',
            handle: { title: 'template.title' },
            lazy: async () => ({
              Component: (await import('../features/letter-templates/template-list-page'))
                .TemplateListPage,
            }),
          },
          {
            path: '/naskah-surat/sunting/:draftId',
            handle: { title: 'template.edit.title' },
            lazy: async () => ({
              Component: (await import('../features/letter-templates/editor/template-editor-page'))
                .TemplateEditorPage,
            }),
          },
          {
            path: '/naskah-surat/:letter',
            handle: { title: 'template.title' },
            lazy: async () => ({
              Component: (await import('../features/letter-templates/template-page')).TemplatePage,
            }),
          },
          {
            path: '/sop',
            handle: { title: 'sop.title' },
            lazy: async () => ({
              Component: (await import('../features/sop/sop-list-page')).SopListPage,
            }),
          },
          {
            path: '/sop/sunting/:draftId',
            handle: { title: 'sopEditor.title' },
            lazy: async () => ({
              Component: (await import('../features/sop/editor/sop-editor-page')).SopEditorPage,
            }),
          },
          {
            path: '/sop/:id/beda',
            handle: { title: 'sop.diff.title' },
            lazy: async () => ({
              Component: (await import('../features/sop/sop-diff-page')).SopDiffPage,
            }),
          },
          {
            path: '/sop/:id/:version',
            handle: { title: 'sop.title' },
            lazy: async () => ({
              Component: (await import('../features/sop/sop-page')).SopPage,
            }),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
