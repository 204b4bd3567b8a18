export { describeJobs, type JobDescription, relayEveryMs, sweepEveryMs } from './jobs';
export { type Notice, type NoticePage, Notices, type Reader } from './notices';
export { NoticesModule, RemindersModule } from './notices.module';
export { defaultPolicy, policiesOf, type ReminderPolicy, remindedDuties, superiorRoles } from './policy';
export { Relay, type RemindJob, remindQueue } from './relay';
export { Sweep, type SweepReport } from './sweep';
export { noticeEntities } from './tables';
