import { Breakdowns, Figures, NewestOpening, reachOf } from '@anjuan/statistics';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import {
  BreakdownDto,
  BreakdownQueryDto,
  CountedCaseListDto,
  CountedCasesQueryDto,
  FigureDto,
  FiguresQueryDto,
  NewestOpeningDto,
  NewestOpeningQueryDto,
} from './figures.dto';
import { periodOf } from './period.dto';
import type { SignedIn } from './session.guard';

/** Figures over the cases the person may see: a committee's head counts the committee, a bureau's officers the county. */
@ApiTags('年度数据')
@Controller('figures')
export class FiguresController {
  constructor(
    private readonly figures: Figures,
    private readonly breakdowns: Breakdowns,
    private readonly newest: NewestOpening,
  ) {}

  @Get()
  @Allow('figures:read')
  @ApiOperation({ summary: '一个年度的各项指标', operationId: 'listFigures' })
  @ApiOkResponse({ type: [FigureDto] })
  list(@Me() { actor }: SignedIn, @Query() query: FiguresQueryDto): Promise<FigureDto[]> {
    return this.figures.figures({
      jurisdictionId: actor.jurisdictionId,
      ...periodOf(query),
      compared: query.compared,
      allVariants: query.all_variants,
      withCases: query.cases,
      reach: reachOf(actor),
    });
  }

  @Get('newest-opening')
  @Allow('figures:read', 'report:write', 'report:approve')
  @ApiOperation({ summary: '某日以前最近一件案件的登记日', operationId: 'newestOpening' })
  @ApiOkResponse({ type: NewestOpeningDto })
  async newestOpening(@Me() { actor }: SignedIn, @Query() { by }: NewestOpeningQueryDto): Promise<NewestOpeningDto> {
    return { openedOn: await this.newest.by(actor.jurisdictionId, by) };
  }

  @Get(':metric/breakdown')
  @Allow('figures:read')
  @ApiOperation({ summary: '一项指标按一个维度分解', operationId: 'breakDownFigure' })
  @ApiOkResponse({ type: BreakdownDto })
  breakdown(
    @Me() { actor }: SignedIn,
    @Param('metric') metric: string,
    @Query() query: BreakdownQueryDto,
  ): Promise<BreakdownDto> {
    const { by, variant, most, compared } = query;
    const { jurisdictionId } = actor;
    const request = { ...periodOf(query), by, variant, most, compared, jurisdictionId, metric, reach: reachOf(actor) };
    return this.breakdowns.breakdown(request);
  }

  @Get(':metric/cases')
  @Allow('figures:read')
  @ApiOperation({ summary: '一项指标背后的案件', operationId: 'listFigureCases' })
  @ApiOkResponse({ type: CountedCaseListDto })
  cases(
    @Me() { actor }: SignedIn,
    @Param('metric') metric: string,
    @Query() query: CountedCasesQueryDto,
  ): Promise<CountedCaseListDto> {
    const { known_on: knownOn, ...rest } = query;
    return this.figures.casesOf({
      ...rest,
      knownOn,
      jurisdictionId: actor.jurisdictionId,
      metric,
      reach: reachOf(actor),
    });
  }
}
