/** A demonstration county: who works there and what its year looked like. Plans hold cases by how they went, never figures. */
import type { Actor, Identity, OrganisationKind, Role } from '@anjuan/identity';
import type { Chance } from './chance';
import { personName } from './names';

export interface Place {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly path: string;
}
export interface CountyPlan {
  /** The seed's name, `chaotian-2020`. */
  readonly name: string;
  readonly slug: string;
  readonly title: string;
  /** 代字 in case numbers. */
  readonly code: string;
  /** Short place name, for courts and companies. */
  readonly place: string;
  readonly year: number;
  readonly towns: readonly string[];
  /** Villages with a committee of their own, per town. */
  readonly villagesPerTown: number;
  readonly industries: readonly string[];
  readonly enterprises?: readonly string[];
  readonly courtBranch?: string;
  readonly settings: Readonly<Record<string, unknown>>;
}
/** One who signs in to look around. */
export interface DemonstrationAccount {
  readonly login: string;
  readonly name: string;
  readonly title: string;
}
export interface County {
  readonly jurisdictionId: number;
  readonly plan: CountyPlan;
  readonly bureau: Place;
  readonly reconsideration: Place;
  readonly litigation: Place;
  /** Committees and the justice offices that mediate, with their mediators. */
  readonly committees: readonly { readonly place: Place; readonly mediators: readonly Actor[] }[];
  readonly officers: {
    readonly bureauHead: Actor;
    readonly mediation: Actor;
    readonly reconsideration: readonly Actor[];
    readonly reconsiderationHead: Actor;
    readonly organHead: Actor;
    readonly litigation: Actor;
  };
}

/** All demonstration accounts share it; they exist in demonstration jurisdictions only. */
export const demonstrationPassword = 'anjuan-demo';
const offices: readonly { readonly role: Role; readonly suffix: string; readonly at: 'bureau' | 'fuyi' | 'yingsu' }[] =
  [
    { role: 'bureau-head', suffix: 'juzhang', at: 'bureau' },
    { role: 'mediation-officer', suffix: 'tiaojie', at: 'bureau' },
    { role: 'reconsideration-officer', suffix: 'fuyi', at: 'fuyi' },
    { role: 'reconsideration-officer', suffix: 'fuyi2', at: 'fuyi' },
    { role: 'reconsideration-head', suffix: 'fuyiju', at: 'fuyi' },
    { role: 'organ-head', suffix: 'jiguan', at: 'bureau' },
    { role: 'litigation-officer', suffix: 'yingsu', at: 'yingsu' },
  ];
const townMediator = 'renmin';
const first = <T>(list: readonly T[]): T => {
  const found = list[0];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** Logins of a county: one per office, and the mediator of its first town. */
export const accountsOf = (plan: CountyPlan): readonly { login: string; title: string }[] => [
  { login: `${plan.slug}-${townMediator}`, title: `人民调解员（${plan.towns[0] ?? ''}）` },
  ...offices.map((o) => ({ login: `${plan.slug}-${o.suffix}`, title: officeTitles[o.suffix] ?? o.suffix })),
];
const officeTitles: Readonly<Record<string, string>> = {
  juzhang: '司法局负责人',
  tiaojie: '人民调解工作指导人员',
  fuyi: '行政复议承办人',
  fuyi2: '行政复议承办人',
  fuyiju: '行政复议机构负责人',
  jiguan: '行政复议机关负责人',
  yingsu: '行政应诉承办人',
};

/** Founds the jurisdiction with its organisations and people. Throws IdentityError where the slug is taken. */
export async function foundCounty(identity: Identity, plan: CountyPlan, chance: Chance): Promise<County> {
  const jurisdictionId = await identity.createJurisdiction({
    slug: plan.slug,
    name: plan.title,
    settings: { ...plan.settings, demonstration: { name: plan.name, complete: false } },
  });
  const add = async (
    kind: OrganisationKind,
    names: readonly { name: string; code: string; parent: Place | null }[],
  ) => {
    const made = await identity.createOrganisations(
      jurisdictionId,
      names.map((n) => ({ parentId: n.parent?.id ?? null, kind, name: n.name, code: n.code })),
    );
    return made.map((o): Place => ({ id: o.id, kind, name: o.name, path: o.path }));
  };
  const { code, title } = plan;
  const bureau = first(await add('bureau', [{ name: `${title}司法局`, code, parent: null }]));
  const reconsideration = first(
    await add('reconsideration-office', [{ name: `${title}人民政府行政复议办公室`, code, parent: bureau }]),
  );
  const litigation = first(
    await add('litigation-office', [{ name: `${title}人民政府行政应诉办公室`, code: `${code}政`, parent: bureau }]),
  );
  const towns = await add(
    'town-committee',
    plan.towns.map((t, i) => ({ name: `${t}人民调解委员会`, code: `${code}${i + 1}`, parent: bureau })),
  );
  const villages = await add(
    'village-committee',
    towns.flatMap((town, t) =>
      Array.from({ length: plan.villagesPerTown }, (_, v) => ({
        name: `${plan.towns[t] ?? ''}第${v + 1}村人民调解委员会`,
        code: `${code}${t + 1}-${v + 1}`,
        parent: town,
      })),
    ),
  );
  const industries = await add(
    'industry-committee',
    plan.industries.map((n, i) => ({ name: `${title}${n}人民调解委员会`, code: `${code}专${i + 1}`, parent: bureau })),
  );
  const enterprises = await add(
    'enterprise-committee',
    (plan.enterprises ?? []).map((n, i) => ({ name: `${n}人民调解委员会`, code: `${code}企${i + 1}`, parent: bureau })),
  );
  const justiceOffices = await add(
    'justice-office',
    plan.towns.slice(0, 2).map((t, i) => ({ name: `${t}司法所`, code: `${code}所${i + 1}`, parent: bureau })),
  );
  const branches = await add(
    'court-branch',
    plan.courtBranch ? [{ name: plan.courtBranch, code: `${code}非`, parent: bureau }] : [],
  );

  const at = { bureau, fuyi: reconsideration, yingsu: litigation };
  const from = `${plan.year - 4}-01-01`;
  const mediating = [...towns, ...villages, ...industries, ...enterprises, ...justiceOffices, ...branches];
  const staff = [
    ...offices.map((o) => ({ role: o.role, place: at[o.at], login: `${plan.slug}-${o.suffix}` })),
    ...mediating.flatMap((place, i) => {
      const count = place.kind === 'village-committee' ? 1 : 2;
      return Array.from({ length: count }, (_, n) => ({
        role: 'mediator' as const,
        place,
        ...(i === 0 && n === 0 ? { login: `${plan.slug}-${townMediator}` } : {}),
      }));
    }),
  ];
  const people = await identity.createPeople(
    jurisdictionId,
    staff.map((s) => ({
      name: personName(chance),
      posts: [{ role: s.role, organisationId: s.place.id, from }],
      ...('login' in s && s.login ? { account: { login: s.login, password: demonstrationPassword } } : {}),
    })),
  );
  const actors = staff.map((s, i): Actor & { place: Place } => {
    const p = people[i];
    if (!p) throw new Error('a person is missing');
    const post = { id: p.id, role: s.role, organisationId: s.place.id, path: s.place.path };
    return { accountId: p.accountId, personId: p.id, name: p.name, jurisdictionId, posts: [post], place: s.place };
  });
  const holding = (role: Role) => actors.filter((a) => a.posts.some((p) => p.role === role));
  const mediators = holding('mediator');
  return {
    jurisdictionId,
    plan,
    bureau,
    reconsideration,
    litigation,
    committees: mediating.map((place) => ({ place, mediators: mediators.filter((m) => m.place.id === place.id) })),
    officers: {
      bureauHead: first(holding('bureau-head')),
      mediation: first(holding('mediation-officer')),
      reconsideration: holding('reconsideration-officer'),
      reconsiderationHead: first(holding('reconsideration-head')),
      organHead: first(holding('organ-head')),
      litigation: first(holding('litigation-officer')),
    },
  };
}
