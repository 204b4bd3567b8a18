/** 计算约定: where the law is silent, what this jurisdiction has chosen, on what it rests, and who may change it how. */
import type { Actor } from '@anjuan/identity';
import { conventionChoices, conventionNames, conventionTexts, defaultConventions, type Mark } from '@anjuan/law';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { FieldErrors } from './errors';
import { defaultSettings, readOffice } from './settings';
import { leaveTrail } from './trail';

export interface ConventionView {
  name: string;
  title: string;
  /** Article or paper it is read from. */
  source: string;
  mark: Mark;
  value: string | boolean;
  default: string | boolean;
  choices: { value: string | boolean; title: string }[];
}
/** 邮寄在途: calendar days to be waited, after a correction period has ended, for a reply that may be in the post. */
export interface MailAllowanceView {
  days: number;
  default: number;
  title: string;
  source: string;
  mark: Mark;
}
export interface ConventionsView {
  conventions: ConventionView[];
  mail_allowance: MailAllowanceView;
}

const MOST_DAYS = 30;
const mailAllowance = {
  title: '补正期限届满后等候在途邮件的天数，过后方可确认视为放弃申请',
  source: '民事诉讼法(2023)第85条第4款；等候天数法律未规定',
  mark: 'I',
} as const;

@Injectable()
export class ConventionsPage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async view(actor: Actor): Promise<ConventionsView> {
    const { conventions, settings } = await this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      readOffice(tx, actor.jurisdictionId),
    );
    return {
      conventions: conventionNames.map((name) => ({
        name,
        ...conventionTexts[name],
        value: conventions[name],
        default: defaultConventions[name],
        choices: conventionChoices[name].map((c) => ({ ...c })),
      })),
      mail_allowance: {
        ...mailAllowance,
        days: settings.mailAllowanceDays,
        default: defaultSettings.mailAllowanceDays,
      },
    };
  }

  /** Moves no clock: it only says from which day an event may be recorded. @throws FieldErrors */
  async allowForMail(actor: Actor, days: number): Promise<ConventionsView> {
    if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS)
      throw new FieldErrors([{ field: 'days', value: days, rule: `等候天数应为0至${MOST_DAYS}的整数` }]);
    await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const { settings } = await readOffice(tx, actor.jurisdictionId);
      await tx.execute(
        `update jurisdiction set settings = settings || jsonb_build_object('casework',
           coalesce(settings -> 'casework', '{}') || $2::jsonb) where id = $1`,
        [actor.jurisdictionId, JSON.stringify({ mailAllowanceDays: days })],
      );
      await leaveTrail(tx, actor, this.clock.now(), 'settings.mail-allowance', 'jurisdiction', {
        from: settings.mailAllowanceDays,
        to: days,
      });
    });
    return this.view(actor);
  }
}
