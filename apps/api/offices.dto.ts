import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class OrganisationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parent_id: string | null;
  @ApiProperty({ example: 'village-committee' })
  kind: string;
  @ApiProperty({ example: '村(社区)人民调解委员会' })
  kind_title: string;
  @ApiProperty()
  name: string;
}

export class PeopleQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: '只看这一机构(含下级)的人员' })
  @IsOptional()
  @IsUUID()
  organisation_id?: string;
}

export class PersonPostDto {
  @ApiProperty()
  role: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ format: 'uuid' })
  organisation_id: string;
}

export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: [PersonPostDto] })
  posts: PersonPostDto[];
}
