import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
  @ApiProperty({ format: 'date', description: '今天(北京时间)' })
  today: string;
}

export class SignInDto {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  login: string;
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  password: string;
}

export class NamedDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
}

export class JurisdictionDto {
  @ApiProperty({ example: 'junshan' })
  slug: string;
  @ApiProperty({ example: '君山区司法局' })
  name: string;
}

export class PostDto {
  @ApiProperty({ example: 'reconsideration-officer' })
  role: string;
  @ApiProperty({ example: '行政复议承办人' })
  title: string;
  @ApiProperty({ type: NamedDto })
  organisation: NamedDto;
}

export class MeDto {
  @ApiProperty()
  login: string;
  @ApiProperty({ type: NamedDto })
  person: NamedDto;
  @ApiProperty({ type: JurisdictionDto })
  jurisdiction: JurisdictionDto;
  @ApiProperty({ type: [PostDto] })
  posts: PostDto[];
  @ApiProperty({ type: [String], example: ['mediation:read', 'mediation:act'] })
  permissions: string[];
}
