import { Module } from '@nestjs/common';
import { Audience } from './audience';
import { Choices } from './choices';
import { Deliveries } from './deliveries';
import { Feeds } from './feeds';
import { Notices } from './notices';
import { Outbound } from './outbound';
import { Policies } from './policies';
import { Relay } from './relay';
import { Reminders } from './reminders';
import { Sweep } from './sweep';
import { Telling } from './telling';

/** What people read of their deadlines, and how they want to be told: for the API. */
@Module({
  providers: [Audience, Notices, Policies, Choices, Deliveries, Feeds],
  exports: [Audience, Notices, Policies, Choices, Deliveries, Feeds],
})
export class NoticesModule {}

/** What makes and delivers it: for the worker. Needs the clerk (CaseworkModule) and the queues (PlatformModule). */
@Module({ providers: [Reminders, Telling, Relay, Sweep, Outbound], exports: [Relay, Sweep, Outbound] })
export class RemindersModule {}
