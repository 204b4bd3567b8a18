import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client';
import { Problem } from './problem';
import type { paths } from './schema';

export type Me = Schemas['MeDto'];
export type Procedure = Schemas['ProcedureDto'];
export type Edge = Schemas['EdgeDto'];
export type FieldDoc = Schemas['FieldDoc'];
export type CasePage = Schemas['CasePageDto'];
export type CaseRow = Schemas['CaseRowDto'];
export type Light = Schemas['LightDto'];
type Query<Path extends '/api/v1/cases' | '/api/v1/deadlines'> = NonNullable<paths[Path]['get']['parameters']['query']>;
export type CasesFilter = Omit<Query<'/api/v1/cases'>, 'cursor' | 'limit'>;
export type DeadlinesFilter = Omit<Query<'/api/v1/deadlines'>, 'cursor' | 'limit'>;

/** Where a list begins. */
const first = undefined;
const next = (page: { next: string | null }) => page.next ?? undefined;

/** Null: nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await answerOf(api.GET('/api/v1/session'));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** The server's day in Asia/Shanghai: a wrong clock on an office's PC must not date a case. */
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/health'))).today,
  refetchInterval: 10 * 60_000,
});
export const useToday = (): string | undefined => useQuery(todayQuery).data;

const SELDOM_CHANGES = 10 * 60_000;

export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: () => answerOf(api.GET('/api/v1/procedures')),
  staleTime: SELDOM_CHANGES,
});
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: () => answerOf(api.GET('/api/v1/organisations')),
  staleTime: SELDOM_CHANGES,
});
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => answerOf(api.GET('/api/v1/people')),
  staleTime: SELDOM_CHANGES,
});

export const workQuery = queryOptions({ queryKey: ['work'], queryFn: () => answerOf(api.GET('/api/v1/work')) });

export const calendarQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['calendar', from, to],
    queryFn: () => answerOf(api.GET('/api/v1/calendar', { params: { query: { from, to } } })),
  });
export const transfersQuery = queryOptions({
  queryKey: ['transfers'],
  queryFn: () => answerOf(api.GET('/api/v1/transfers')),
});
export const targetsQuery = queryOptions({
  queryKey: ['targets'],
  queryFn: () => answerOf(api.GET('/api/v1/transfers/targets')),
  staleTime: SELDOM_CHANGES,
});
/** Of one case, or all that wait for somebody. */
export const proposalsQuery = (id?: string) =>
  queryOptions({
    queryKey: ['proposals', id ?? 'open'],
    queryFn: () =>
      answerOf(
        id === undefined
          ? api.GET('/api/v1/proposals')
          : api.GET('/api/v1/cases/{id}/proposals', { params: { path: { id } } }),
      ),
  });
export const linksQuery = (id: string) =>
  queryOptions({
    queryKey: ['links', id],
    queryFn: () => answerOf(api.GET('/api/v1/cases/{id}/links', { params: { path: { id } } })),
  });
export const sameActQuery = (id: string) =>
  queryOptions({
    queryKey: ['same-act', id],
    queryFn: () => answerOf(api.GET('/api/v1/cases/{id}/same-act', { params: { path: { id } } })),
  });

export const casesQuery = (query: CasesFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', query],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/v1/cases', { params: { query: { ...query, cursor: pageParam } } })),
    initialPageParam: first,
    getNextPageParam: next,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });

export const ledgerQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledger', id],
    queryFn: () => answerOf(api.GET('/api/v1/cases/{id}/ledger', { params: { path: { id } } })),
  });

export type Waiting = Schemas['WaitingDto'];
export type Handler = Schemas['HandlerDto'];
export type Bulk = Schemas['BulkDto'];
export const waitingQuery = infiniteQueryOptions({
  queryKey: ['waiting'],
  queryFn: ({ pageParam }) =>
    answerOf(api.GET('/api/v1/mediations/waiting', { params: { query: { cursor: pageParam } } })),
  initialPageParam: first,
  getNextPageParam: next,
});
export const handlersQuery = (organisationId: string | undefined) =>
  queryOptions({
    queryKey: ['handlers', organisationId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/mediations/handlers', { params: { query: { organisation_id: organisationId } } })),
  });

export const deadlinesQuery = (query: DeadlinesFilter) =>
  infiniteQueryOptions({
    queryKey: ['deadlines', query],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/v1/deadlines', { params: { query: { ...query, cursor: pageParam } } })),
    initialPageParam: first,
    getNextPageParam: next,
  });

export type DueProposal = Schemas['DueProposalDto'];
/** Of one case with those laid aside, or all that wait for somebody. */
export const dueProposalsQuery = (caseId?: string) =>
  queryOptions({
    queryKey: ['due-proposals', caseId ?? 'open'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/due-proposals', {
          params: { query: caseId === undefined ? {} : { case_id: caseId, all: 'true' as const } },
        }),
      ),
  });

export type OverviewRow = Schemas['OverviewRowDto'];
export const overviewQuery = (query: paths['/api/v1/deadlines/overview']['get']['parameters']['query']) =>
  queryOptions({
    queryKey: ['deadlines', 'overview', query],
    queryFn: () => answerOf(api.GET('/api/v1/deadlines/overview', { params: { query } })),
  });

export const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', unread],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/notices', { params: { query: { cursor: pageParam, ...(unread ? { unread: true } : {}) } } }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  });

export const settledFieldsQuery = queryOptions({
  queryKey: ['settled-fields'],
  queryFn: () => answerOf(api.GET('/api/v1/mediations/settled/fields')),
  staleTime: SELDOM_CHANGES,
});

export type AddressedNotice = Schemas['AddressedNoticeDto'];
export const addressedQuery = queryOptions({
  queryKey: ['addressed'],
  queryFn: () => answerOf(api.GET('/api/v1/respondent/notices')),
});

export type Figure = Schemas['FigureDto'];
export type FiguresAsked = NonNullable<paths['/api/v1/figures']['get']['parameters']['query']>;
export const newestOpeningQuery = (by: string) =>
  queryOptions({
    queryKey: ['newest-opening', by],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/figures/newest-opening', { params: { query: { by } } }))).openedOn,
    staleTime: SELDOM_CHANGES,
  });
/** The newest ended year in which the jurisdiction has cases: null where it has none, undefined until it is known. */
export function useEndedYear(today: string | undefined): number | null | undefined {
  const by = today === undefined ? '' : `${Number(today.slice(0, 4)) - 1}-12-31`;
  const newest = useQuery({ ...newestOpeningQuery(by), enabled: today !== undefined });
  if (newest.isError || newest.data === null) return null;
  return newest.data === undefined ? undefined : Number(newest.data.slice(0, 4));
}

export const figuresQuery = (query: FiguresAsked) =>
  queryOptions({
    queryKey: ['figures', query],
    queryFn: () => answerOf(api.GET('/api/v1/figures', { params: { query } })),
  });

export type CountedAsked = Omit<
  NonNullable<paths['/api/v1/figures/{metric}/cases']['get']['parameters']['query']>,
  'cursor'
>;
export const countedCasesQuery = (metric: string, query: CountedAsked) =>
  infiniteQueryOptions({
    queryKey: ['figures', metric, query],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/figures/{metric}/cases', {
          params: { path: { metric }, query: { ...query, cursor: pageParam } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  });

export type Register = Schemas['RegisterDto'];
export type Entry = Schemas['EntryDto'];
export type EntryDetail = Schemas['EntryDetailDto'];
export type EntriesFilter = Omit<
  NonNullable<paths['/api/v1/registers/{register}']['get']['parameters']['query']>,
  'cursor'
>;
export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: () => answerOf(api.GET('/api/v1/registers')),
  staleTime: SELDOM_CHANGES,
});
export const entriesQuery = (register: string, query: EntriesFilter) =>
  infiniteQueryOptions({
    queryKey: ['entries', register, query],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/registers/{register}', {
          params: { path: { register }, query: { ...query, cursor: pageParam } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  });
export const respondentsQuery = queryOptions({
  queryKey: ['respondents'],
  queryFn: () => answerOf(api.GET('/api/v1/respondents')),
});
export const entryQuery = (register: string, id: string) =>
  queryOptions({
    queryKey: ['entry', register, id],
    queryFn: () => answerOf(api.GET('/api/v1/registers/{register}/{id}', { params: { path: { register, id } } })),
  });
export const registerFormQuery = (register: string) =>
  queryOptions({
    queryKey: ['register-form', register],
    queryFn: () => answerOf(api.GET('/api/v1/registers/{register}/form', { params: { path: { register } } })),
  });
export const workloadQuery = (year: number) =>
  queryOptions({
    queryKey: ['workload', year],
    queryFn: () => answerOf(api.GET('/api/v1/mediation-workload', { params: { query: { year } } })),
  });

/** The cases of a frozen figure as they stood; with a key those of one of its parts, '' for the unknown. */
export const frozenCasesQuery = (id: string, part: 'numerator' | 'denominator', key?: string) =>
  infiniteQueryOptions({
    queryKey: ['frozen-figures', id, 'cases', part, key],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/frozen-figures/{id}/cases', {
          params: { path: { id }, query: { part, key, limit: 50, cursor: pageParam } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  });
export const frozenDifferenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['frozen-figures', id, 'difference'],
    queryFn: () => answerOf(api.GET('/api/v1/frozen-figures/{id}/difference', { params: { path: { id } } })),
  });
