import { settledFields, settledScript } from '@anjuan/cases/mediation';
import { Clerk, type ClerkOptions, fieldViews, Procedures } from '@anjuan/casework';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { IdempotencyKey, KeyHeader, receiptDto } from './cases.controller';
import { CaseReceiptDto } from './cases.dto';
import { SettledMediationDto } from './mediations.dto';
import { ProblemDto } from './problem.dto';
import { FieldDoc } from './procedures.dto';
import type { SignedIn } from './session.guard';

@ApiTags('人民调解')
@Controller('mediations')
export class MediationsController {
  constructor(
    private readonly clerk: Clerk,
    private readonly procedures: Procedures,
  ) {}

  @Get('settled/fields')
  @Allow('mediation:act')
  @ApiOperation({ summary: '即时调解登记表的栏目' })
  @ApiOkResponse({ type: [FieldDoc] })
  fields(): FieldDoc[] {
    return fieldViews(settledFields, this.procedures.of('mediation'), []);
  }

  @Post('settled')
  @Allow('mediation:act')
  @KeyHeader()
  @ApiOperation({ summary: '即时调解：先调后记，一表登记，一次保存' })
  @ApiCreatedResponse({ type: CaseReceiptDto })
  @ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
  @ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async settled(
    @Me() { actor }: SignedIn,
    @Body() b: SettledMediationDto,
    @IdempotencyKey() key: ClerkOptions,
  ): Promise<CaseReceiptDto> {
    const { organisation_id, handler_id, happened_on, ...entry } = b;
    const [first, ...further] = settledScript({ ...entry, happenedOn: happened_on });
    if (!first) throw new Error('the one-form entry makes no event');
    const request = {
      kind: 'mediation',
      ...first,
      organisationId: organisation_id,
      ...(handler_id === undefined ? {} : { handlerId: handler_id }),
      further,
    };
    return receiptDto(await this.clerk.open(actor, request, key));
  }
}
