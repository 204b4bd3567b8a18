import { Global, Module } from '@nestjs/common';
import { Directory } from './directory';
import { Account, Jurisdiction, Organisation, Person, Post, Session } from './entities';
import { Identity } from './identity';
import { Sessions } from './sessions';

/** Who there is, who is signed in, and what each may do. */
@Global()
@Module({ providers: [Identity, Sessions, Directory], exports: [Identity, Sessions, Directory] })
export class IdentityModule {}

/** The tables of this library, for the application's DataSource. */
export const identityEntities = [Jurisdiction, Account, Session, Organisation, Person, Post];
