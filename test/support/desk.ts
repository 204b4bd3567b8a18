/** The clerk without HTTP: the engine on a real database, a turned clock, one small county. */

import { CalendarChanges, CaseworkModule, Clerk, caseworkEntities } from '@anjuan/casework';
import { coordinationEntities } from '@anjuan/coordination';
import { type Actor, Identity, IdentityModule, identityEntities, type Role } from '@anjuan/identity';
import { procedures } from '@anjuan/kinds';
import { Clock, Config, config, Database, PlatformModule, TurnedClock } from '@anjuan/platform';
import { SubsidiesModule, SubsidyLists, SubsidyRounds, SubsidyRules } from '@anjuan/subsidies';
import { Test } from '@nestjs/testing';
import { freshDatabase } from './database';

/** A county with a bureau, a town and its committee; one actor per role on demand. */
export async function openDesk(today: string) {
  const db = await freshDatabase();
  const clock = new TurnedClock(today);
  const module = await Test.createTestingModule({
    imports: [
      PlatformModule.for([...identityEntities, ...caseworkEntities(procedures), ...coordinationEntities]),
      IdentityModule,
      CaseworkModule.for(procedures),
      SubsidiesModule,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(Config)
    .useValue({ ...config(), databaseUrl: db.url, masterKey: Buffer.alloc(32, 7).toString('base64') })
    .compile();
  await module.init();
  const identity = module.get(Identity);
  const county = async (slug: string) => {
    const jurisdictionId = await identity.createJurisdiction({ slug, name: `${slug}县` });
    const [bureau] = await identity.createOrganisations(jurisdictionId, [
      { parentId: null, kind: 'bureau', name: '司法局', code: '测' },
    ]);
    if (!bureau) throw new Error('no bureau');
    const [town] = await identity.createOrganisations(jurisdictionId, [
      { parentId: bureau.id, kind: 'town-committee', name: '城关镇调委会', code: '测城' },
    ]);
    if (!town) throw new Error('no town');
    const actor = async (role: Role, organisation = bureau): Promise<Actor> => {
      const [person] = await identity.createPeople(jurisdictionId, [
        { name: role, posts: [{ role, organisationId: organisation.id, from: '2015-01-01' }] },
      ]);
      if (!person) throw new Error('no person');
      return {
        accountId: '00000000-0000-7000-8000-000000000001',
        personId: person.id,
        name: role,
        jurisdictionId,
        posts: [{ id: person.id, role, organisationId: organisation.id, path: organisation.path }],
      };
    };
    return { jurisdictionId, bureau, town, actor };
  };
  return {
    db,
    clock,
    clerk: module.get(Clerk),
    changes: module.get(CalendarChanges),
    database: module.get(Database),
    subsidies: { rules: module.get(SubsidyRules), rounds: module.get(SubsidyRounds), lists: module.get(SubsidyLists) },
    county,
    close: async () => {
      await module.close();
      await db.close();
    },
  };
}
