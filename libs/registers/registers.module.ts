import { Module } from '@nestjs/common';
import { RegisterReading } from './reading';
import { Registers } from './registers';
import { Turning } from './turning';

/** Database, clock and clerk come from modules that are global. */
@Module({
  providers: [Registers, RegisterReading, Turning],
  exports: [Registers, RegisterReading, Turning],
})
export class RegistersModule {}
