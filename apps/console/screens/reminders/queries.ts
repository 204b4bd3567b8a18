import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';

export type Settings = Schemas['NoticeSettingsDto'];
export type Choice = Schemas['ChannelChoiceDto'];
export type Rules = Schemas['ReminderRulesDto'];
export type Policy = Schemas['ReminderPolicyDto'];
export type Delivery = Schemas['DeliveryDto'];
export type DeliveryState = Delivery['state'];

export const settingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: () => answerOf(api.GET('/api/v1/notice-settings')),
});

export const rulesQuery = queryOptions({
  queryKey: ['reminder-rules'],
  queryFn: () => answerOf(api.GET('/api/v1/reminders/rules')),
});

export const deliveriesQuery = (state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', state],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/v1/reminders/deliveries', { params: { query: { state, cursor: pageParam } } })),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  });
/** Where a list begins. */
const first: string | undefined = undefined;

export const stateTitles: Readonly<Record<DeliveryState, string>> = {
  waiting: '待发送',
  sent: '已发送',
  withdrawn: '已撤回',
  failed: '发送失败',
};
export const channelTitles: Readonly<Record<Choice['channel'], string>> = {
  email: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  sms: '短信',
};
