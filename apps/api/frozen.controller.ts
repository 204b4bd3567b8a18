import { FrozenFigures, reachOf } from '@anjuan/statistics';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import {
  DifferenceDto,
  FreezeDto,
  FrozenCasesDto,
  FrozenCasesQueryDto,
  FrozenFigureDto,
  FrozenQueryDto,
  VerificationDto,
} from './frozen.dto';
import { periodOf } from './period.dto';
import type { SignedIn } from './session.guard';

/** 数据冻结: published figures of the whole jurisdiction. Numbers of the kinds a person counts; cases within reach. */
@ApiTags('年度数据')
@Controller('frozen-figures')
export class FrozenController {
  constructor(private readonly figures: FrozenFigures) {}

  @Get()
  @Allow('figures:read')
  @ApiOperation({ summary: '冻结数据，总数和分项', operationId: 'listFrozenFigures' })
  @ApiOkResponse({ type: [FrozenFigureDto] })
  list(@Me() { actor }: SignedIn, @Query() query: FrozenQueryDto): Promise<FrozenFigureDto[]> {
    const { year, from, cutoff, metric, history } = query;
    const { jurisdictionId } = actor;
    const reach = reachOf(actor);
    return this.figures.frozen({ jurisdictionId, year, from, cutoff, metric, history, reach, splits: 'also' });
  }

  @Post()
  @Allow('figures:freeze')
  @ApiOperation({ summary: '冻结数据（不能撤销，只能以新的冻结取代）', operationId: 'freezeFigures' })
  @ApiCreatedResponse({ type: [FrozenFigureDto] })
  freeze(@Me() { actor }: SignedIn, @Body() body: FreezeDto): Promise<FrozenFigureDto[]> {
    return this.figures.freeze({
      ...periodOf(body),
      jurisdictionId: actor.jurisdictionId,
      figures: body.figures,
      reach: reachOf(actor),
      by: actor.personId,
    });
  }

  @Get('verification')
  @Allow('figures:freeze')
  @ApiOperation({ summary: '核验全部冻结数据', operationId: 'verifyFrozenFigures' })
  @ApiOkResponse({ type: VerificationDto })
  verify(@Me() { actor }: SignedIn): Promise<VerificationDto> {
    return this.figures.verify(actor.jurisdictionId);
  }

  @Get(':id/cases')
  @Allow('figures:read')
  @ApiOperation({ summary: '一个冻结数据背后的案件，冻结时的样子', operationId: 'listFrozenCases' })
  @ApiOkResponse({ type: FrozenCasesDto })
  cases(
    @Me() { actor }: SignedIn,
    @Param('id') id: string,
    @Query() { key, ...query }: FrozenCasesQueryDto,
  ): Promise<FrozenCasesDto> {
    const part = key === undefined ? {} : { key: key === '' ? null : key };
    return this.figures.casesOf({
      ...query,
      ...part,
      jurisdictionId: actor.jurisdictionId,
      id,
      reach: reachOf(actor),
    });
  }

  @Get(':id/difference')
  @Allow('figures:read')
  @ApiOperation({ summary: '冻结数据与现在重算的差异，以及造成差异的案件', operationId: 'compareFrozenFigure' })
  @ApiOkResponse({ type: DifferenceDto })
  difference(@Me() { actor }: SignedIn, @Param('id') id: string): Promise<DifferenceDto> {
    return this.figures.difference({ jurisdictionId: actor.jurisdictionId, id, reach: reachOf(actor) });
  }
}
