import type { Actor } from '@anjuan/identity';
import { isDay } from '@anjuan/law';
import { shanghaiInstant, uuidv7 } from '@anjuan/platform';
import type { Draft, Origin } from './draft';
import { NotFound } from './errors';
import { noFacts } from './loading';
import type { Named } from './named';
import type { ParentView } from './procedure';
import type { Procedures } from './procedures';
import type { CaseScript } from './scripts';

/**
 * The draft of a case that is to be opened, before its opening event.
 * @throws NotFound (organisation, parent, handler)
 */
export function begin(
  actor: Actor,
  script: CaseScript,
  origin: Origin,
  { organisations, people }: Named,
  parents: ReadonlyMap<string, ParentView>,
  procedures: Procedures,
  now: Date,
): Draft {
  const { open, steps } = script;
  const first = steps[0];
  if (!open || !first) throw new Error('a script opens a case or names one');
  const organisation = organisations.get(open.organisationId);
  if (!organisation) throw new NotFound('单位');
  const parent = open.parentId === undefined ? undefined : parents.get(open.parentId);
  if (open.parentId !== undefined && !parent) throw new NotFound('前案');
  if (open.handlerId && !people.has(open.handlerId)) throw new NotFound('承办人');
  const procedure = procedures.of(open.kind);
  const recordedAt =
    origin === 'demonstration' && isDay(first.happenedOn)
      ? shanghaiInstant(first.recordedOn ?? first.happenedOn, '17:00')
      : now;
  return {
    id: open.id ?? uuidv7(),
    procedure,
    organisation,
    parentId: open.parentId ?? null,
    ...(parent ? { parent } : {}),
    handlerId: open.handlerId === undefined ? (first.actor ?? actor).personId : open.handlerId,
    secondHandlerId: null,
    barred: [],
    mergedInto: null,
    mergedOn: null,
    mergers: [],
    legacyNumber: open.legacyNumber ?? null,
    origin,
    isNew: true,
    createdAt: recordedAt,
    state: null,
    stateSince: null,
    openedOn: null,
    version: 0,
    registerNumber: null,
    number: null,
    earned: null,
    facts: noFacts(procedure),
    factsFrom: null,
    factRows: [],
    lines: [],
    learned: new Map(),
    flag: null,
    readers: null,
    transfer: null,
    transfers: [],
    seriesId: null,
    leadsSeries: false,
    sitting: undefined,
    parties: [],
    struck: [],
    clocks: [],
    history: [],
    events: [],
    papers: [],
    texts: [],
  };
}
