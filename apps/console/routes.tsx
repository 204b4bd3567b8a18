import { createBrowserRouter } from 'react-router';
import { Loading } from './parts/page';
import { Broken, NotFound } from './shell/astray';
import { Gate } from './shell/gate';

/** Each screen is a file of its own to the browser, fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    path: '/',
    Component: Gate,
    ErrorBoundary: Broken,
    HydrateFallback: Loading,
    children: [
      {
        // Within the shell: a screen that cannot be fetched leaves the menu standing.
        ErrorBoundary: Broken,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./screens/work')).Work }) },
          { path: 'settle', lazy: async () => ({ Component: (await import('./screens/settle/settle')).Settle }) },
          { path: 'new/:kind', lazy: async () => ({ Component: (await import('./screens/open-case')).OpenCase }) },
          { path: 'cases', lazy: async () => ({ Component: (await import('./screens/cases')).Cases }) },
          {
            path: 'case-numbers',
            lazy: async () => ({ Component: (await import('./screens/case-numbers')).CaseNumbers }),
          },
          { path: 'cases/:id', lazy: async () => ({ Component: (await import('./screens/case/case')).Case }) },
          {
            path: 'cases/:id/ledger',
            lazy: async () => ({ Component: (await import('./screens/ledger/ledger')).Ledger }),
          },
          {
            path: 'deadlines',
            lazy: async () => ({ Component: (await import('./screens/deadlines/deadlines')).Deadlines }),
          },
          {
            path: 'deadlines/overview',
            lazy: async () => ({ Component: (await import('./screens/deadlines/overview')).Overview }),
          },
          {
            path: 'deadlines/proposals',
            lazy: async () => ({ Component: (await import('./screens/deadlines/proposals')).DueProposals }),
          },
          {
            path: 'deadlines/month',
            lazy: async () => ({ Component: (await import('./screens/deadlines/month')).Month }),
          },
          {
            path: 'dispatch',
            lazy: async () => ({ Component: (await import('./screens/dispatch/dispatch')).Dispatch }),
          },
          {
            path: 'hand-over',
            lazy: async () => ({ Component: (await import('./screens/dispatch/hand-over')).HandOver }),
          },
          {
            path: 'working-calendar',
            lazy: async () => ({ Component: (await import('./screens/working-calendar/calendar')).CalendarScreen }),
          },
          {
            path: 'working-calendar/:id',
            lazy: async () => ({ Component: (await import('./screens/working-calendar/impact')).ImpactScreen }),
          },
          { path: 'figures', lazy: async () => ({ Component: (await import('./screens/figures/figures')).Figures }) },
          {
            path: 'frozen-figures',
            lazy: async () => ({ Component: (await import('./screens/figures/frozen')).FrozenFigures }),
          },
          { path: 'audit', lazy: async () => ({ Component: (await import('./screens/audit/audit')).Audit }) },
          { path: 'addressed', lazy: async () => ({ Component: (await import('./screens/addressed')).Addressed }) },
          {
            path: 'registers/:register',
            lazy: async () => ({ Component: (await import('./screens/registers/registers')).Registers }),
          },
          {
            path: 'workload',
            lazy: async () => ({ Component: (await import('./screens/registers/workload')).Workload }),
          },
          {
            path: 'conventions',
            lazy: async () => ({ Component: (await import('./screens/conventions')).Conventions }),
          },
          { path: 'notices', lazy: async () => ({ Component: (await import('./screens/notices')).Notices }) },
          {
            path: 'notices/settings',
            lazy: async () => ({ Component: (await import('./screens/reminders/my-settings')).MySettings }),
          },
          {
            path: 'reminders/rules',
            lazy: async () => ({ Component: (await import('./screens/reminders/rules')).ReminderRules }),
          },
          {
            path: 'reminders/deliveries',
            lazy: async () => ({ Component: (await import('./screens/reminders/deliveries')).Deliveries }),
          },
          {
            path: 'subsidies',
            lazy: async () => ({ Component: (await import('./screens/subsidies/subsidies')).Subsidies }),
          },
          {
            path: 'subsidies/:id',
            lazy: async () => ({ Component: (await import('./screens/subsidies/round')).SubsidyRound }),
          },
          { path: 'calendar', lazy: async () => ({ Component: (await import('./screens/calendar')).SittingCalendar }) },
          { path: 'transfers', lazy: async () => ({ Component: (await import('./screens/transfers')).Transfers }) },
          { path: 'proposals', lazy: async () => ({ Component: (await import('./screens/proposals')).Proposals }) },
          {
            path: 'reports',
            lazy: async () => ({ Component: (await import('./screens/reports/compose')).Compose }),
          },
          {
            path: 'declarations',
            lazy: async () => ({ Component: (await import('./screens/reports/declarations')).Declarations }),
          },
          { path: 'forms', lazy: async () => ({ Component: (await import('./screens/forms/forms')).Forms }) },
          { path: 'forms/:form', lazy: async () => ({ Component: (await import('./screens/forms/form')).FormScreen }) },
          {
            path: 'reconciliations',
            lazy: async () => ({ Component: (await import('./screens/forms/reconciliations')).Reconciliations }),
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
