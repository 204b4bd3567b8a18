import { describeProcedure, Procedures } from '@anjuan/casework';
import { Directory } from '@anjuan/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { OrganisationDto, PeopleQueryDto, PersonDto } from './offices.dto';
import { ProcedureDto } from './procedures.dto';
import type { SignedIn } from './session.guard';

@ApiTags('流程与机构')
@Controller()
export class OfficesController {
  constructor(
    private readonly procedures: Procedures,
    private readonly directory: Directory,
  ) {}

  @Get('procedures')
  @Allow()
  @ApiOperation({ summary: '各类案件的状态、环节和字段' })
  @ApiOkResponse({ type: [ProcedureDto] })
  describe(): ProcedureDto[] {
    return this.procedures.all().map(describeProcedure);
  }

  @Get('organisations')
  @Allow('organisation:read')
  @ApiOperation({ summary: '岗位所及的机构，上级在前' })
  @ApiOkResponse({ type: [OrganisationDto] })
  async organisations(@Me() { actor }: SignedIn): Promise<OrganisationDto[]> {
    const entries = await this.directory.organisations(actor);
    return entries.map((o) => ({
      id: o.id,
      parent_id: o.parentId,
      kind: o.kind,
      kind_title: o.kindTitle,
      name: o.name,
    }));
  }

  @Get('people')
  @Allow('organisation:read')
  @ApiOperation({ summary: '岗位所及机构的在岗人员' })
  @ApiOkResponse({ type: [PersonDto] })
  async people(@Me() { actor }: SignedIn, @Query() query: PeopleQueryDto): Promise<PersonDto[]> {
    const entries = await this.directory.people(actor, query.organisation_id);
    return entries.map((p) => ({
      id: p.id,
      name: p.name,
      posts: p.posts.map((post) => ({ role: post.role, title: post.title, organisation_id: post.organisationId })),
    }));
  }
}
