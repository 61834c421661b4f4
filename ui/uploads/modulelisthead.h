// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace falconer {

class SegmentedButton;

// The line above several software modules: how many of them are chosen, all or none by a click, and
// whether there are to be several, or one for all files.
class ModuleListHead final : public QWidget {
    Q_OBJECT

public:
    explicit ModuleListHead(QWidget *parent);

    void setOneModule(bool isOne); // announced by oneModuleChanged
    void showChosen(int chosen, int modules);
    void showFiles(int files);           // of the one module
    void fixModules(const QString &why); // neither one nor several can be chosen any more

    QList<QWidget *> fields() const; // as they are seen

signals:
    void allClicked(bool chosen); // all of them, or none
    void oneModuleChanged(bool isOne);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QCheckBox *m_all;
    QLabel *m_files;
    SegmentedButton *m_modules;
    int m_chosen = 0;
    int m_count = 0;
};

} // namespace falconer
