import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/places.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Places } from './places.js';

@Controller()
export class PlacesController {
  constructor(private readonly places: Places) {}

  @Serves(routes.listDistricts)
  districts(@Ask() { viewer, query }: Ask<typeof routes.listDistricts>) {
    return this.places.districts(viewer, query);
  }

  @Serves(routes.createDistrict)
  addDistrict(@Ask() { viewer, body }: Ask<typeof routes.createDistrict>) {
    return this.places.addDistrict(viewer, body);
  }

  @Serves(routes.listSectorOffices)
  sectorOffices(@Ask() { viewer, query }: Ask<typeof routes.listSectorOffices>) {
    return this.places.sectorOffices(viewer, query);
  }

  @Serves(routes.createSectorOffice)
  addSectorOffice(@Ask() { viewer, body }: Ask<typeof routes.createSectorOffice>) {
    return this.places.addSectorOffice(viewer, body);
  }

  @Serves(routes.listAgencies)
  agencies(@Ask() { viewer, query }: Ask<typeof routes.listAgencies>) {
    return this.places.agencies(viewer, query);
  }

  @Serves(routes.createAgency)
  addAgency(@Ask() { viewer, body }: Ask<typeof routes.createAgency>) {
    return this.places.addAgency(viewer, body);
  }

  @Serves(routes.listUnits)
  units(@Ask() { viewer, query }: Ask<typeof routes.listUnits>) {
    return this.places.units(viewer, query);
  }

  @Serves(routes.getUnit)
  unit(@Ask() { viewer, params }: Ask<typeof routes.getUnit>) {
    return this.places.unit(viewer, params.unit);
  }

  @Serves(routes.createUnit)
  addUnit(@Ask() { viewer, body }: Ask<typeof routes.createUnit>) {
    return this.places.addUnit(viewer, body);
  }

  @Serves(routes.changeUnit)
  changeUnit(@Ask() { viewer, params, version, body }: Ask<typeof routes.changeUnit>) {
    return this.places.changeUnit(viewer, params.unit, version, body);
  }
}
