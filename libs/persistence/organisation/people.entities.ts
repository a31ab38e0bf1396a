import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'district_id', nullable: true }) districtId!: string | null;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { default: 'zh' }) language!: 'zh' | 'en';
  @Column('text', { name: 'password_hash', select: false }) passwordHash!: string;
  @Column('integer', { name: 'failed_logins', default: 0 }) failedLogins!: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('integer', { default: 1 }) version!: number;
}

/** A role and the place at which it holds; exactly the places that `role_grant_place_ck` asks for. */
@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: 'bureau' | 'sector-office' | 'department' | 'unit' | 'agency' | 'expert' | 'observer' | 'system';
  @Column('uuid', { name: 'district_id', nullable: true }) districtId!: string | null;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column('uuid', { name: 'sector_office_id', nullable: true }) sectorOfficeId!: string | null;
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId!: string | null;
}

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

/** 委托: both days included. */
@Entity('delegation')
export class DelegationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'from_person_id' }) fromPersonId!: string;
  @Column('uuid', { name: 'to_person_id' }) toPersonId!: string;
  @Column('date', { name: 'from_on' }) fromOn!: string;
  @Column('date', { name: 'until_on' }) untilOn!: string;
}
