package org.vedette.notification.selfservice;

class InMemoryErasedAddressesTests extends ErasedAddressesContract {

    private final ErasedAddresses addresses = new InMemoryErasedAddresses();

    @Override
    protected ErasedAddresses addresses() {
        return addresses;
    }
}
