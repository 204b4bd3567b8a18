import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';

export type FormPage = Schemas['FormPageDto'];
export type Failing = FormPage['failing'][number];
/** Both days included. */
export interface Period {
  readonly from: string;
  readonly cutoff: string;
}

export const formsQuery = (query: Period) =>
  queryOptions({
    queryKey: ['forms', query],
    queryFn: () => answerOf(api.GET('/api/v1/forms', { params: { query } })),
  });
export const formQuery = (form: string, query: Period) =>
  queryOptions({
    queryKey: ['forms', query, form],
    queryFn: () => answerOf(api.GET('/api/v1/forms/{form}', { params: { path: { form }, query } })),
  });
export const cellQuery = (form: string, query: Period & { cell: string }) =>
  queryOptions({
    queryKey: ['forms', query, form],
    queryFn: () => answerOf(api.GET('/api/v1/forms/{form}/cases', { params: { path: { form }, query } })),
  });
export const reconciliationsQuery = queryOptions({
  queryKey: ['reconciliations'],
  queryFn: () => answerOf(api.GET('/api/v1/reconciliations')),
});
export const itemsQuery = (id: string, after: number) =>
  queryOptions({
    queryKey: ['reconciliations', id, after],
    queryFn: () =>
      answerOf(api.GET('/api/v1/reconciliations/{id}/items', { params: { path: { id }, query: { after } } })),
  });

export const stepTitles: Readonly<Record<string, string>> = {
  filled: '已填报',
  checked: '已审核',
  returned: '已退回',
  submitted: '已上报',
};
export const findingTitles: Readonly<Record<string, string>> = {
  here: '我有彼无',
  there: '彼有我无',
  repeated: '对方重复',
  differs: '字段不同',
};
