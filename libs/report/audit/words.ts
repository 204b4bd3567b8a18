/** The parts of a label: what is counted, how it moved, what it is a share of. */
import type { Change, FigureKind } from './figure';

const dates =
  /(?<!\d)(?:19|20)\d{2}(?=[^\d\s年]*$)|(?:截[至止]到?|到|至|在|自|从)?\s*\d{4}\s*年度?(?:\s*[-~至到、/]\s*\d{4}\s*年)?(?:\s*\d{1,2}(?:\s*[-~至到]\s*\d{1,2})?\s*月(?:份|底|末)?)?(?:\s*\d{1,2}\s*[日号])?(?:底|末|以来|来|间|全年)?|(?:截[至止]到?|到|至)?\s*\d{1,2}\s*(?:[-~至到]\s*\d{1,2}\s*)?月(?:份|底|末)?(?:\s*\d{1,2}\s*[日号])?|(?:去年|上年|上一年度?)?同期|截[至止](?:目前|现在|年底|到?年末)?|到年底|年末|年底|今年(?:以来)?|上半年|下半年|全年|目前|年内/g;
/** Connectors before a label; 及时, 和解 and 即时 begin with none. */
export const lead =
  /^(?:[\s、,;:.]|和(?!解|谐)|及(?!时|其他案)|与(?!会)|以及|并且|并(?!案)|同时|此外|另(?!案)|还有|另外|其中|包括|包含|内含|含|即(?!时)|分别(?:为|是)?)+/;
const compared =
  /(?:同比|环比|相比(?!较)|(?:比(?![值率例重])|较之?|与|和|(?<!连)同(?=去年|上年|上一年|前年|上期|往年))(?:去年|上年|上一年度?|前年|上期|往年|同期|\d{4}年|年初)?(?:同期|相比|度)?(?:相比)?(?:的)?)+/g;
const up = '增长|增加|上升|提高|提升|升高|上涨|涨|增幅|升幅|涨幅|增|升|多|扩大|攀升|递增|上浮|翻';
const down = '下降|减少|降低|回落|降幅|下滑|下跌|跌|减|降|少|缩短|压降|缩减';
const moved = new RegExp(`(${up})|(${down})`);
const movedTail = new RegExp(
  `(?:(?<![新])(?:${up})|(?:${down}))(?:率|幅度?|量|了|达|约|近|为|约为|:|高达|超过?|-|\\s|(?<=[多少])(?:出|办理?|结|收|受理|审结|调处|调解|化解))*$`,
);
const movedBehind = /^(?:的|左右的)?(?:增长|增幅|升幅|涨幅|下降|降幅|上升)(?![至到为])/;
const shared = /占(?:比|[^,;。▮]{0,24})?(?:的|约|达|为|比例|比重|到|近|高达|:|\s)*$|(?:比例|比重|占比)(?:为|达|约|:)*$/;

/** 是去年的6倍: grown to so many times. */
const timesOf = /(?:是|为|达到?|相当于)(?:去年|上年度?|前年|\d{4}年)(?:同期)?的(?:近|约)?$/;

export interface Words {
  /** The counted thing without dates, connectors and words of change; empty where the number leans on one before. */
  readonly core: string;
  readonly change: Change | null;
  readonly share: boolean;
  /** 从27%降至3.92%: the later level of what was named before. */
  readonly level: boolean;
  /** 其中 or 含 stands before it. */
  readonly within: boolean;
  readonly includes: boolean;
}

export function wordsOf(before: string, after: string, kind: FigureKind): Words {
  const within = /其中/.test(before);
  const includes = /^[\s、,(]*(?:内含|包含|包括|含)/.test(before);
  const level =
    /(?:降|跌|升|增|减少?|缩短|压缩|提高|提升|增加|下降|上升|扩大|增长|变)(?:至|到|为)(?:\s*\d{4}\s*年度?的?|约|了|目前的?|\s)*$/.test(
      before,
    );
  const share = kind === 'rate' && shared.test(before);
  const undated = before
    .replace(/《([^》]{0,30}[书函])》(?=[等共\s]*$)/, '$1')
    .replace(/《[^》]*》/g, '')
    .replace(/印(?:为|出的?)/g, '');
  const change = level || share ? null : changeOf(undated, after, kind);
  let core = undated
    .replace(dates, '')
    .replace(lead, '')
    .replace(/\($/, '')
    .replace(/^[^()]*\)/, '')
    .trim();
  if (change !== null || level) {
    core = core
      .replace(timesOf, '')
      .replace(compared, '')
      .replace(/[^\p{Script=Han}]+$/u, '');
    // 降至2023年的3.92%: its date taken out, 的 joins nothing.
    if (level) core = core.replace(/的$/, '');
    core = core
      .replace(movedTail, '')
      .replace(/(?:降|跌|升|增|减少?|缩短|压缩|提高|提升|增加|下降|上升|扩大|增长|变)(?:至|到|为)了?$/, '')
      .replace(compared, '');
  }
  core = core
    .replace(compared, (said) => (said === '比' || said === '与' || said === '和' || said === '较' ? said : ''))
    .replace(/^(?:比(?![值率例重])|[较从])|(?:从|由|较)$/g, '')
    .replace(lead, '')
    .trim();
  core = core.replace(/^[\s、,:)]+|[\s、,:]+$/g, '');
  // 主要集中在行政处罚: what leads to the list is no part of its first name.
  core = core.replace(
    /^(?:受理|收到|审结|办结)的?(?:行政复议|行政诉讼)?(?:案件|申请)中(?=\S{3})|^.*(?:集中[在于]|依次[为是]|案件(?:主要)?涉及(?!金额|当事|人|标的|款|资金)|案件主要[为是有])(?=\S{2})/,
    '',
  );
  core = core.replace(/^是?(?:去年|上年度?|上一年度?|前年)(?:同期)?(?:的|为|是)?$/, '').replace(/^是$/, '');
  // 已达, 降至 and a bare 的 name nothing.
  core = /^(?:已经?|均)?(?:高?达到?|为|约|[的之了])$/.test(core) ? '' : core;
  return { core, change, share, level, within, includes };
}

function changeOf(before: string, after: string, kind: FigureKind): Change | null {
  if (kind === 'multiple' && timesOf.test(before)) {
    return 'up';
  }
  const tail = movedTail.exec(before);
  if (tail !== null) {
    const counted = kind === 'count' || kind === 'amount' || kind === 'measure';
    // 新增12件 and 受理量增12件 differ: only a compared count moves.
    if (counted && !/(?:比|较|同比|环比)/.test(before) && tail[0].length < before.replace(lead, '').length) {
      return null;
    }
    return direction(tail[0]);
  }
  if (/^(?:rate|points|multiple)$/.test(kind) && movedBehind.test(after)) {
    return direction(after.slice(0, 6));
  }
  return null;
}

function direction(said: string): Change | null {
  const match = moved.exec(said);
  return match === null ? null : match[1] !== undefined ? 'up' : 'down';
}
