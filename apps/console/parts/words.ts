/** Words and numbers as people read them here. */
const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant as `2024-03-01 09:05`, by the clock in Beijing. */
export function momentOf(instant: string): string {
  const parts = new Map(shanghai.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${at('year')}-${at('month')}-${at('day')} ${at('hour')}:${at('minute')}`;
}

/** 案号 where the case has one, else its 收案号. */
export const caseName = (c: { number: string | null; register_number: string }): string =>
  c.number ?? c.register_number;

/** How a transfer ended. */
export const transferOutcome = (outcome: string): string =>
  ({ received: '已签收', returned: '已退回', withdrawn: '已撤回' })[outcome] ?? outcome;

/** `{a: undefined, b: ''}` says nothing; what is left goes into an address. */
export function queryOf(values: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([k, v]) => (v === undefined || v === null || v === '' ? [] : [[k, v]])),
  );
}

export const addressOf = (path: string, query: Readonly<Record<string, string>>): string => {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
};

/** How a rule is known. */
export const markWords = { V: '已核对条文', M: '凭记忆，待核', I: '惯例或推定' } as const;
