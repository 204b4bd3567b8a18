import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';

export type Tariff = Schemas['TariffDto'];
export type Round = Schemas['RoundDto'];
export type Claim = Schemas['ClaimDto'];
export type PayLine = Schemas['PayLineDto'];

export const tariffsQuery = queryOptions({
  queryKey: ['subsidies', 'tariffs'],
  queryFn: () => answerOf(api.GET('/api/v1/subsidies/tariffs')),
});
export const payeesQuery = queryOptions({
  queryKey: ['subsidies', 'payees'],
  queryFn: () => answerOf(api.GET('/api/v1/subsidies/payees')),
});
export const roundsQuery = queryOptions({
  queryKey: ['subsidies', 'rounds'],
  queryFn: () => answerOf(api.GET('/api/v1/subsidies/rounds')),
});
const at = (id: string) => ({ params: { path: { id } } });
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['subsidies', 'round', id],
    queryFn: () => answerOf(api.GET('/api/v1/subsidies/rounds/{id}', at(id))),
  });
export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['subsidies', 'notice', id],
    queryFn: () => answerOf(api.GET('/api/v1/subsidies/rounds/{id}/notice', at(id))),
  });
export const paymentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['subsidies', 'payments', id],
    queryFn: () => answerOf(api.GET('/api/v1/subsidies/rounds/{id}/payments', at(id))),
  });

const first: string | undefined = undefined;
export const claimsQuery = (id: string, filter: { state?: string; drawn?: boolean }) =>
  infiniteQueryOptions({
    queryKey: ['subsidies', 'claims', id, filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/subsidies/rounds/{id}/claims', {
          params: { path: { id }, query: { ...filter, cursor: pageParam } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
  });

/** Fen as yuan. */
export const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 });
