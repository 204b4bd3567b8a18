/** What a jurisdiction has decided for itself: local rules, conventions, number formats; and its calendar. */
import { buildCalendar, type Calendar, type Conventions, defaultConventions } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { CaseworkSettings } from './procedure';

export const defaultSettings: CaseworkSettings = {
  oralSoftClocks: false,
  simplifiedSingleReviewer: true,
  followUpDays: 15,
  lateAfterDays: 3,
  dispatchDays: null,
  referralReplyDays: null,
};

/** Numbers of cases and papers: `{year}`, `{code}` (the organisation's 代字), `{word}` and `{n}`. */
const defaultFormats: Readonly<Record<string, string>> = {
  register: '（{year}）{code}{word}收{n}号',
  case: '（{year}）{code}{word}字第{n}号',
  paper: '{code}{word}〔{year}〕{n}号',
};
/** The word of a kind in its numbers. */
const kindWords: Readonly<Record<string, string>> = {
  mediation: '人调',
  reconsideration: '政复',
  litigation: '应诉',
  compensation: '行赔',
  'judicial-advice': '建议',
  letter: '复函',
  answering: '被复',
  subsidy: '案补',
  coordination: '协调',
  supervision: '督',
  meeting: '会',
  series: '系列',
};

/** The office as the engine sees it within one transaction. */
export interface Office {
  readonly jurisdictionId: number;
  readonly settings: CaseworkSettings;
  readonly conventions: Conventions;
  readonly calendar: Calendar;
  /** `series` is `register`, `case` or `paper`; `word` is the kind for the first two, the paper's series word else. */
  format(series: 'register' | 'case' | 'paper', code: string, word: string, year: number, n: number): string;
}

interface StoredSettings {
  readonly casework?: Partial<CaseworkSettings>;
  readonly conventions?: Partial<Conventions>;
  readonly numbers?: Readonly<Record<string, string>>;
}

/** Reads the jurisdiction's settings; what is not set takes the default. */
export async function readOffice(tx: Tx, jurisdictionId: number): Promise<Office> {
  const [row] = await tx.query<{ settings: StoredSettings }>('select settings from jurisdiction where id = $1', [
    jurisdictionId,
  ]);
  if (!row) throw new Error(`没有编号为${jurisdictionId}的辖区`);
  const { casework, conventions, numbers } = row.settings;
  const formats = { ...defaultFormats, ...numbers };
  return {
    jurisdictionId,
    settings: { ...defaultSettings, ...casework },
    conventions: { ...defaultConventions, ...conventions },
    calendar: nationalCalendar(),
    format: (series, code, word, year, n) => {
      const format = formats[`${series}.${word}`] ?? formats[series] ?? '{code}{word}〔{year}〕{n}号';
      const values: Readonly<Record<string, string>> = {
        year: String(year),
        code,
        word: series === 'paper' ? word : (kindWords[word] ?? word),
        n: String(n),
      };
      return format.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
    },
  };
}

let built: Calendar | undefined;
/** The notices that ship with the product; built once, it never changes while the process runs. */
function nationalCalendar(): Calendar {
  built ??= buildCalendar();
  return built;
}
