/** Meetings with the disputes they dealt with, and series, as scripts. */
import type { CaseScript, ScriptStep } from '@anjuan/casework';
import type { meetingForms } from '@anjuan/coordination';
import type { Day } from '@anjuan/law';
import { uuidv7 } from '@anjuan/platform';
import type { Chance } from './chance';
import type { County } from './county';

export interface MeetingBlock {
  readonly count: number;
  readonly form: keyof typeof meetingForms;
  /** First and last day on which such a meeting was held. */
  readonly span: readonly [Day, Day];
  /** How each dispute of one meeting came out. */
  readonly disputes: readonly ('settled' | 'failed')[];
}
export interface SeriesPlan {
  /** By which the year's cases name it. */
  readonly name: string;
  readonly formedOn: Day;
  readonly title: string;
  readonly act: string;
  readonly averted: readonly { readonly on: Day; readonly count: number }[];
}
export interface CoordinationYear {
  readonly meetings: readonly MeetingBlock[];
  readonly series: readonly SeriesPlan[];
}

/** Ids of the year's series, made before anything is opened, so that cases can name the series they join. */
export const seriesIdsOf = (year: CoordinationYear | undefined): ReadonlyMap<string, string> =>
  new Map((year?.series ?? []).map((s) => [s.name, uuidv7()]));

const subjects = ['征收补偿', '工伤认定', '行政处罚', '规划许可', '政府信息公开', '土地确权'] as const;

export function coordinationScripts(
  county: County,
  chance: Chance,
  year: CoordinationYear | undefined,
  seriesIds: ReadonlyMap<string, string>,
): CaseScript[] {
  if (year === undefined) return [];
  return [
    ...year.meetings.flatMap((block) =>
      Array.from({ length: block.count }, () => meetingScripts(county, chance, block)).flat(),
    ),
    ...year.series.map((s) => seriesScript(county, s, seriesIds.get(s.name))),
  ];
}

/** A meeting called some days before, and the disputes on its table, each with its end a week later. */
function meetingScripts(county: County, chance: Chance, { form, span, disputes }: MeetingBlock): CaseScript[] {
  const actor = county.officers.litigation;
  const organisationId = county.litigation.id;
  const heldOn = chance.workingDay(...span);
  const calledOn = chance.before(heldOn, 5);
  const field = chance.pick(subjects);
  const meeting: CaseScript = {
    open: { kind: 'meeting', organisationId },
    steps: [
      { actor, happenedOn: calledOn, event: 'schedule', fields: { form, subject: `${field}争议`, planned_on: heldOn } },
      {
        actor,
        happenedOn: heldOn,
        event: 'hold',
        fields: { result: disputes.every((d) => d === 'settled') ? 'agreed' : 'open' },
      },
    ],
  };
  const endedOn = chance.after(heldOn, 7);
  return [
    meeting,
    ...disputes.map(
      (end): CaseScript => ({
        open: { kind: 'coordination', organisationId },
        steps: [
          { actor, happenedOn: calledOn, event: 'submit', fields: { dispute_stage: 'litigation', field } },
          { actor, happenedOn: heldOn, event: 'coordinate' },
          { actor, happenedOn: endedOn, event: end === 'settled' ? 'settle' : 'fail' },
        ],
      }),
    ),
  ];
}

function seriesScript(county: County, plan: SeriesPlan, id: string | undefined): CaseScript {
  const actor = county.officers.reconsiderationHead;
  const averted = plan.averted.map(
    (a): ScriptStep => ({
      actor,
      happenedOn: a.on,
      event: 'record-averted',
      fields: { averted: a.count, grounds: '村民委员会登记的同类诉求，随示范案件的调解方案一并解决' },
    }),
  );
  return {
    open: { kind: 'series', organisationId: county.reconsideration.id, ...(id === undefined ? {} : { id }) },
    steps: [
      { actor, happenedOn: plan.formedOn, event: 'form', fields: { title: plan.title, act: plan.act } },
      ...averted,
    ],
  };
}
