import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';

export type Calendar = Schemas['WorkingCalendarDto'];
export type Change = Schemas['CalendarChangeDto'];
export type Impact = Schemas['ImpactDto'];

/** `knownOn`: as it could be known at the end of that day; undefined: now. */
export const calendarQuery = (knownOn?: string) =>
  queryOptions({
    queryKey: ['working-calendar', knownOn ?? 'now'],
    queryFn: () => answerOf(api.GET('/api/v1/working-calendar', { params: { query: { known_on: knownOn } } })),
  });

export const changesQuery = queryOptions({
  queryKey: ['working-calendar', 'changes'],
  queryFn: () => answerOf(api.GET('/api/v1/working-calendar/changes')),
});

export const impactQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['working-calendar', 'impact', id],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/working-calendar/changes/{id}/impact', {
          params: { path: { id }, query: { cursor: pageParam } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Where a list begins. */
const first: string | undefined = undefined;
