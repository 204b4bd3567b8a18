export { type Actor, type ActorPost, permissionsOf, postsWith, systemActor } from './actor';
export { Directory, type OrganisationEntry, type PersonEntry } from './directory';
export {
  type AccountRecord,
  Identity,
  IdentityError,
  type NewJurisdiction,
  type NewOrganisation,
  type NewPerson,
  type NewPost,
  type OrganisationRecord,
  type PersonRecord,
} from './identity';
export { IdentityModule, identityEntities } from './identity.module';
export { isOrganisationKind, type OrganisationKind, organisationKinds } from './organisations';
export { isRole, type Permission, type Role, type RoleDefinition, roles } from './roles';
export { type PostOfPerson, type Presence, Sessions, type SignedAccount } from './sessions';
