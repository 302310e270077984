package org.vedette.notification.controls;

class InMemoryControlsTests extends ControlsContract {

    private final Controls controls = new InMemoryControls();

    @Override
    protected Controls controls() {
        return controls;
    }
}
