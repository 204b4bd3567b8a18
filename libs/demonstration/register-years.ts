/** The registers of a demonstration county: who mediates where, what was swept, who came to the counter. */
import { type Actor, type OrganisationKind } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import { uuidv7 } from '@anjuan/platform';
import type { NewEntry } from '@anjuan/registers';
import type { Chance } from './chance';
import type { County, Place } from './county';
import { personName, summaries } from './names';
import { respondentOrgans } from './reconsideration-years';

export interface RegisterYear {
  /** Sweeps of the year. */
  readonly screenings: number;
  readonly points: readonly {
    readonly kind: 'source-governance' | 'reconsideration-service' | 'stationed';
    readonly name: string;
    readonly host?: string;
    readonly openedOn: Day;
    readonly goldOn?: Day;
  }[];
}
type Load = readonly [register: string, entries: readonly NewEntry[]];

const committeeKinds: Partial<Record<OrganisationKind, string>> = {
  'town-committee': 'town',
  'village-committee': 'village',
  'industry-committee': 'industry',
  'enterprise-committee': 'enterprise',
};
const foundTypes = ['neighbour', 'marriage', 'land', 'housing', 'contract'] as const;
/** One sweep in so many finds something. */
const sweepsPerFind = 15;

/** Entries by register, those that others refer to first. */
export function registerEntries(county: County, chance: Chance, plan: RegisterYear, today: Day): readonly Load[] {
  const { year } = county.plan;
  const committees = county.committees.filter(({ place }) => committeeKinds[place.kind] !== undefined);
  const industries = committees.filter(({ place }) => place.kind === 'industry-committee');
  const people = committees.flatMap(({ place, mediators }) =>
    mediators.map((mediator, i) => enlisted(chance, place, mediator, i === 0, year)),
  );
  const elected = people.filter((p) => p.entry.values.engaged === 'elected');
  const graded = people.filter(() => chance.next() < 0.15);
  const [sweeps, finds] = swept(
    chance,
    committees.map((c) => c.place),
    plan.screenings,
    [`${year}-01-04`, `${year}-11-15`],
    'on-spot',
  );
  // What the last fortnight turned up waits to be taken on.
  const [newSweeps, newFinds] = swept(
    chance,
    committees.map((c) => c.place),
    2 * sweepsPerFind,
    [addDays(today, -14), addDays(today, -1)],
    'pending',
  );
  const newest = industries.at(-1);
  return [
    [
      'committee',
      committees.map(({ place }) =>
        entry(place, place === newest?.place ? `${year}-03-22` : `${year - chance.between(5, 12)}-06-18`, (on) => ({
          name: place.name,
          kind: committeeKinds[place.kind],
          established_on: on,
        })),
      ),
    ],
    ['mediator', people.map((p) => p.entry)],
    [
      'term',
      elected.map((p) =>
        entry(p.place, `${year - 1}-03-01`, (on) => ({
          mediator_id: p.id,
          position: p.first ? 'head' : 'member',
          started_on: on,
        })),
      ),
    ],
    [
      'grade',
      graded.map((p) =>
        entry(p.place, `${year}-05-18`, (on) => ({
          mediator_id: p.id,
          grade: chance.pick(['first', 'second', 'second', 'third', 'third', 'third']),
          graded_on: on,
        })),
      ),
    ],
    ['liaison', contacts(people, committees, year)],
    [
      'training',
      [`${year}-04-14`, `${year}-09-16`].map((day, i) =>
        entry(county.bureau, day, (on) => ({
          name: i === 0 ? '人民调解员业务培训班' : '行业性、专业性调解实务培训',
          level: 'county',
          held_on: on,
          days: 2,
          people_count: chance.between(60, 180),
        })),
      ),
    ],
    [
      'honour',
      graded.slice(0, 2).map((p) =>
        entry(p.place, `${year}-02-24`, (on) => ({
          mediator_id: p.id,
          title: '优秀人民调解员',
          level: 'city',
          awarded_on: on,
        })),
      ),
    ],
    ['point', [...plan.points.map((point) => pointOf(county, point)), centreOf(county)]],
    ['institution', institutionsOf(county)],
    [
      'respondent',
      respondentOrgans(county).map((organ) =>
        entry(county.reconsideration, `${year}-01-04`, (on) => ({ ...organ, set_up_on: on })),
      ),
    ],
    ['screening', [...sweeps, ...newSweeps]],
    ['found-dispute', [...finds, ...newFinds]],
    [
      'reception',
      [
        ...visits(chance, county.reconsideration, 40, [`${year}-01-04`, `${year}-11-15`]),
        ...visits(chance, county.reconsideration, 8, [addDays(today, -7), addDays(today, -1)]),
      ],
    ],
    [
      'expert',
      expertFields.map((field) =>
        entry(county.bureau, `${year - 2}-05-20`, (on) => ({ name: personName(chance), field, listed_on: on })),
      ),
    ],
  ];
}

/** Recorded on the day it happened, at the place that keeps it. */
const entry = (place: Place, on: Day, values: (on: Day) => NewEntry['values']): NewEntry => ({
  organisationId: place.id,
  recordedOn: on,
  values: values(on),
});

function enlisted(chance: Chance, place: Place, mediator: Actor, first: boolean, year: number) {
  const id = uuidv7();
  const fullTime = place.kind === 'industry-committee' || (place.kind === 'town-committee' && first);
  const made = entry(place, `${year - 1}-03-01`, (on) => ({
    name: mediator.name,
    person_id: mediator.personId,
    sex: chance.pick(['female', 'male', 'male']),
    employment: fullTime ? 'full-time' : 'part-time',
    engaged: place.kind === 'industry-committee' ? 'appointed' : 'elected',
    appointed_on: on,
  }));
  return { id, place, first, entry: { ...made, id } };
}

/** A town's first mediator stands by the villages of the town. */
function contacts(
  people: readonly ReturnType<typeof enlisted>[],
  committees: County['committees'],
  year: number,
): NewEntry[] {
  return people.flatMap((p) =>
    p.first && p.place.kind === 'town-committee'
      ? committees
          .filter(({ place }) => place.kind === 'village-committee' && place.path.startsWith(p.place.path))
          .map(({ place }) =>
            entry(p.place, `${year}-01-04`, (on) => ({ mediator_id: p.id, village_id: place.id, since_on: on })),
          )
      : [],
  );
}

/** So many sweeps by chance; every fifteenth finds one dispute. */
function swept(
  chance: Chance,
  places: readonly Place[],
  count: number,
  [first, last]: readonly [Day, Day],
  handling: 'on-spot' | 'pending',
): readonly [sweeps: NewEntry[], finds: NewEntry[]] {
  const grassroots = places.filter((p) => p.kind === 'village-committee' || p.kind === 'town-committee');
  const finds: NewEntry[] = [];
  const sweeps = Array.from({ length: count }, (_, i): NewEntry => {
    const id = uuidv7();
    const place = chance.pick(grassroots);
    const finding = i % sweepsPerFind === 0;
    const sweep = entry(place, chance.workingDay(first, last), (on) => ({
      area: `${place.name.replace('人民调解委员会', '')}${chance.between(1, 9)}组`,
      swept_on: on,
      result: finding ? 'found' : 'none',
      people_count: chance.between(1, 4),
      households: chance.between(5, 40),
    }));
    if (finding) {
      const dispute_type = chance.pick(foundTypes);
      finds.push({
        ...sweep,
        values: {
          screening_id: id,
          place: sweep.values.area,
          applicant: personName(chance),
          respondent: personName(chance),
          summary: chance.pick(summaries[dispute_type] ?? ['纠纷']),
          found_on: sweep.values.swept_on,
          dispute_type,
          risk: 'low',
          handling,
        },
      });
    }
    return { ...sweep, id };
  });
  return [sweeps, finds];
}

const expertFields = ['medical', 'medical', 'traffic', 'labour', 'property', 'law', 'law', 'psychology'] as const;

const centreOf = (county: County): NewEntry =>
  entry(county.bureau, `${county.plan.year - 3}-07-01`, (on) => ({
    name: `${county.plan.title}矛盾纠纷调解中心`,
    kind: 'centre',
    opened_on: on,
  }));

/** A justice office in every town that has a committee, and the county's reconsideration committee. */
function institutionsOf(county: County): NewEntry[] {
  const towns = county.committees.filter(({ place }) => place.kind === 'town-committee');
  return [
    ...towns.map(({ place }) =>
      entry(county.bureau, `${county.plan.year - 9}-09-01`, (on) => ({
        name: `${place.name.replace('人民调解委员会', '')}司法所`,
        kind: 'justice-office',
        established_on: on,
      })),
    ),
    entry(county.reconsideration, `${county.plan.year - 1}-06-01`, (on) => ({
      name: `${county.plan.title}人民政府行政复议委员会`,
      kind: 'reconsideration-committee',
      established_on: on,
    })),
  ];
}

function pointOf(county: County, point: RegisterYear['points'][number]): NewEntry {
  const { kind, name, host, openedOn, goldOn } = point;
  const keeper = kind === 'reconsideration-service' ? county.reconsideration : county.bureau;
  return {
    organisationId: keeper.id,
    recordedOn: goldOn ?? openedOn,
    values: {
      kind,
      name,
      host,
      opened_on: openedOn,
      ...(goldOn === undefined ? {} : { gold_on: goldOn, gold_level: 'province' }),
    },
  };
}

const questions = ['对罚款决定不服，询问如何申请行政复议', '询问政府信息公开答复的救济途径', '询问工伤认定的复议期限'];

function visits(chance: Chance, place: Place, count: number, span: readonly [Day, Day]): NewEntry[] {
  return Array.from({ length: count }, () =>
    entry(place, chance.workingDay(...span), (on) => ({
      visitor: personName(chance),
      matter: chance.pick(questions),
      received_on: on,
      manner: chance.pick(['visit', 'visit', 'call', 'online']),
      topic: chance.pick(['advice', 'advice', 'reconsideration']),
      handling: chance.pick(['answered', 'guided']),
      reply: '已告知申请条件、期限和所需材料',
    })),
  );
}
