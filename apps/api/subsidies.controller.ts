import { type Payee, SubsidyLists, SubsidyRounds, SubsidyRules, type Tariff } from '@anjuan/subsidies';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';
import { ClaimPageDto, ClaimsQueryDto, PayListDto, PublicNoticeDto } from './subsidy-claims.dto';
import {
  AdvancedDto,
  BuiltDto,
  DrawDto,
  NewRoundDto,
  OnDayDto,
  RoundDto,
  RoundSummaryDto,
  SampleDto,
  StepDto,
} from './subsidy-rounds.dto';
import { NewTariffDto, PayeeDto, PayeeInputDto, TariffDto } from './subsidy-tariffs.dto';

const Id = () => Param('id', ParseUUIDPipe);

/** 以案定补: tariffs and payees, rounds of claims, the draw, the lists. One claim's own steps go through /cases. */
@ApiTags('以案定补')
@ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
@ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
@Controller('subsidies')
export class SubsidiesController {
  constructor(
    private readonly rules: SubsidyRules,
    private readonly rounds: SubsidyRounds,
    private readonly lists: SubsidyLists,
  ) {}

  @Get('tariffs')
  @Allow('subsidy:read')
  @ApiOperation({ summary: '补贴标准各版，新的在前' })
  @ApiOkResponse({ type: [TariffDto] })
  async tariffs(@Me() { actor }: SignedIn): Promise<TariffDto[]> {
    return (await this.rules.tariffs(actor)).map(tariffDto);
  }

  @Post('tariffs')
  @Allow('subsidy:act')
  @HttpCode(200)
  @ApiOperation({ summary: '订立新一版补贴标准' })
  @ApiOkResponse({ type: TariffDto })
  async addTariff(@Me() { actor }: SignedIn, @Body() b: NewTariffDto): Promise<TariffDto> {
    return tariffDto(await this.rules.addTariff(actor, b));
  }

  @Get('payees')
  @Allow('subsidy:act')
  @ApiOperation({ summary: '领取人资料，证件和卡号只显示后四位' })
  @ApiOkResponse({ type: [PayeeDto] })
  async payees(@Me() { actor }: SignedIn): Promise<PayeeDto[]> {
    return (await this.rules.payees(actor)).map(payeeDto);
  }

  @Put('payees/:id')
  @Allow('subsidy:act')
  @ApiOperation({ summary: '登记领取人资料' })
  @ApiOkResponse({ type: PayeeDto })
  async recordPayee(@Me() { actor }: SignedIn, @Id() personId: string, @Body() b: PayeeInputDto): Promise<PayeeDto> {
    const { payroll_from: payrollFrom, payroll_to: payrollTo, id_number: idNumber, bank_account: bankAccount } = b;
    return payeeDto(await this.rules.recordPayee(actor, { personId, payrollFrom, payrollTo, idNumber, bankAccount }));
  }

  @Get('rounds')
  @Allow('subsidy:read')
  @ApiOperation({ summary: '补贴批次，新的在前' })
  @ApiOkResponse({ type: [RoundDto] })
  async list(@Me() { actor }: SignedIn): Promise<RoundDto[]> {
    return [...(await this.rounds.list(actor))];
  }

  @Post('rounds')
  @Allow('subsidy:act')
  @HttpCode(200)
  @ApiOperation({ summary: '新建批次' })
  @ApiOkResponse({ type: RoundDto })
  open(@Me() { actor }: SignedIn, @Body() b: NewRoundDto): Promise<RoundDto> {
    return this.rounds.open(actor, b);
  }

  @Get('rounds/:id')
  @Allow('subsidy:read')
  @ApiOperation({ summary: '一个批次的进度和金额' })
  @ApiOkResponse({ type: RoundSummaryDto })
  summary(@Me() { actor }: SignedIn, @Id() id: string): Promise<RoundSummaryDto> {
    return this.lists.summary(actor, id);
  }

  @Get('rounds/:id/claims')
  @Allow('subsidy:read')
  @ApiOperation({ summary: '批次中的申报：每一元都写明标准版次和案件' })
  @ApiOkResponse({ type: ClaimPageDto })
  claims(@Me() { actor }: SignedIn, @Id() id: string, @Query() q: ClaimsQueryDto): Promise<ClaimPageDto> {
    return this.lists.claims(actor, id, { ...q, limit: q.limit ?? 100 });
  }

  @Post('rounds/:id/claims')
  @Allow('subsidy:act')
  @HttpCode(200)
  @ApiOperation({ summary: '由调解案件生成申报并核验；重复生成不会重复申报' })
  @ApiOkResponse({ type: BuiltDto })
  build(@Me() { actor }: SignedIn, @Id() id: string, @Body() b: OnDayDto): Promise<BuiltDto> {
    return this.rounds.build(actor, id, b.happened_on);
  }

  @Post('rounds/:id/draw')
  @Allow('subsidy:act')
  @HttpCode(200)
  @ApiOperation({
    summary: '按公布的种子抽取评查案卷',
    description: '对每个案号计算 SHA-256(种子 + 换行 + 案号)，由小到大取到比例为止；任何人都可以重算。',
  })
  @ApiOkResponse({ type: SampleDto })
  @ApiResponse({ status: 422, description: '不能抽样', type: ProblemDto })
  async draw(@Me() { actor }: SignedIn, @Id() id: string, @Body() b: DrawDto): Promise<SampleDto> {
    return { numbers: await this.rounds.draw(actor, id, b) };
  }

  @Post('rounds/:id/steps')
  @Allow('subsidy:act')
  @HttpCode(200)
  @ApiOperation({ summary: '整批报批、退回、公示、批准或者发放；不能办理的逐件列明' })
  @ApiOkResponse({ type: AdvancedDto })
  advance(@Me() { actor }: SignedIn, @Id() id: string, @Body() b: StepDto): Promise<AdvancedDto> {
    const fields = b.voucher === undefined ? {} : { fields: { voucher: b.voucher } };
    return this.rounds.advance(actor, id, { event: b.event, happenedOn: b.happened_on, ...fields });
  }

  @Get('rounds/:id/notice')
  @Allow('subsidy:read')
  @ApiOperation({ summary: '公示名单，姓名隐去中间的字' })
  @ApiOkResponse({ type: PublicNoticeDto })
  notice(@Me() { actor }: SignedIn, @Id() id: string): Promise<PublicNoticeDto> {
    return this.lists.notice(actor, id);
  }

  @Get('rounds/:id/payments')
  @Allow('subsidy:act')
  @ApiOperation({ summary: '发放表' })
  @ApiOkResponse({ type: PayListDto })
  payments(@Me() { actor }: SignedIn, @Id() id: string): Promise<PayListDto> {
    return this.lists.payments(actor, id);
  }
}

const payeeDto = (p: Payee): PayeeDto => ({
  person_id: p.personId,
  name: p.name,
  payroll_from: p.payrollFrom,
  payroll_to: p.payrollTo,
  id_number: p.idNumber,
  bank_account: p.bankAccount,
});

const tariffDto = (t: Tariff): TariffDto => ({
  ...t,
  terms: {
    ...t.terms,
    rates: [...t.terms.rates],
    groups: [...t.terms.groups],
    evidence: [...t.terms.evidence],
    papers: Object.fromEntries(Object.entries(t.terms.papers).map(([form, codes]) => [form, [...codes]])),
  },
});
