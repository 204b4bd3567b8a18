import { Module } from '@nestjs/common';
import { Notices } from './notices';
import { Relay } from './relay';
import { Reminders } from './reminders';
import { Sweep } from './sweep';

/** What people read of their deadlines: for the API. */
@Module({ providers: [Notices], exports: [Notices] })
export class NoticesModule {}

/** What makes and delivers it: for the worker. Needs the clerk (CaseworkModule) and the queues (PlatformModule). */
@Module({ providers: [Reminders, Relay, Sweep], exports: [Relay, Sweep] })
export class RemindersModule {}
